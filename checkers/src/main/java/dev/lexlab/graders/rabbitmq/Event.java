package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Draw;
import java.util.List;
import java.util.stream.Stream;

/** Something to publish. */
record Event(String key, String body) {

    /** Keys for one, two and all subscribers; bodies that a careless program would not pass on as they are. */
    static List<Event> samples(Draw draw) {
        List<String> words = draw.words(12);
        List<String> bodies = draw.shuffle(List.of(
                "{\"parcel\": " + draw.number(1000, 99_999) + ",\n \"seen by\": \"" + draw.name() + "\"}",
                "  " + draw.name() + " says: left at Zoë's café, $5 to pay\n\n",
                "'" + words.get(0) + "' \"" + words.get(1) + "\"\t100 % \\n & " + draw.number(1000, 99_999) + "\n",
                (words.get(2) + " " + draw.number(1000, 99_999) + "\n").repeat(draw.number(800, 1200))));
        return List.of(
                new Event(words.get(3) + ".parcel." + words.get(4) + "." + words.get(5), bodies.get(0)),
                new Event("north", bodies.get(1)),
                new Event(words.get(6) + "." + words.get(7) + ".late." + words.get(8), bodies.get(2)),
                new Event("north.parcel." + words.get(9) + ".lost", bodies.get(3)));
    }

    List<Subscriber> readers() {
        return Stream.of(Subscriber.values())
                .filter(reader -> reader.wants(key))
                .toList();
    }
}
