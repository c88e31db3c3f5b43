package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Draw;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Routing keys drawn from the seed: none twice, in any order. */
final class Keys {
    private static final int WORDS = 200;

    private final Draw draw;
    private final Iterator<String> words;

    Keys(Draw draw) {
        this.draw = draw;
        words = draw.words(WORDS).iterator();
    }

    /** Somebody asked for each of these, and at least one of every wish's depths and places is among them. */
    List<String> wished() {
        List<String> keys = new ArrayList<>();
        for (int behind : List.of(0, 1, 2, draw.number(3, 5))) {
            keys.add(around(1, "parcel", behind));
            keys.add(around(0, "north", behind));
        }
        keys.add(around(0, "north.parcel", draw.number(0, 2)));
        for (String alarm : List.of("late", "lost", "damaged")) {
            for (int before = 0; before <= 2; before++) {
                keys.add(around(before, alarm, 0));
                keys.add(around(before, alarm, 1));
                keys.add(around(before, alarm, 2));
            }
            keys.add(around(draw.number(3, 5), alarm, draw.number(0, 3)));
        }
        return draw.shuffle(keys);
    }

    /** Nobody asked for most of these; the others are for some and not for all. */
    List<String> nearMisses() {
        List<String> keys = new ArrayList<>();
        for (int length = 1; length <= 4; length++) {
            keys.add(around(length, words.next(), 0));
        }
        keys.add(around(0, "parcel", draw.number(0, 3)));
        keys.add(around(2, "parcel", draw.number(0, 2)));
        keys.add(around(1, "parcels", draw.number(0, 2)));
        keys.add(around(1, "north", draw.number(0, 2)));
        keys.add(around(0, "north-gate", draw.number(0, 2)));
        keys.add(around(0, "northern", draw.number(1, 2)));
        for (String near : List.of("later", "isolated", "lost-property", "undamaged", "latest")) {
            keys.add(around(draw.number(1, 3), near, draw.number(0, 1)));
        }
        keys.add(around(0, "north", draw.number(1, 3)));
        keys.add(around(1, "parcel", draw.number(1, 3)));
        keys.add(around(2, draw.pick(List.of("late", "lost", "damaged")), draw.number(0, 1)));
        return draw.shuffle(keys);
    }

    /** More than one wish takes each of these; in the first ones more than one of the same subscriber. */
    List<String> wishedTwice() {
        List<String> alarms = draw.shuffle(List.of("late", "lost", "damaged"));
        List<String> keys = new ArrayList<>();
        keys.add(around(1, alarms.get(0) + "." + alarms.get(1), 0));
        keys.add(around(1, alarms.get(1) + "." + words.next() + "." + alarms.get(2), draw.number(0, 2)));
        keys.add(around(2, alarms.get(2) + "." + words.next() + "." + alarms.get(0), draw.number(0, 1)));
        keys.add(around(0, String.join(".", alarms), draw.number(0, 2)));
        keys.add(around(0, "north.parcel." + String.join(".", draw.shuffle(alarms)), draw.number(0, 1)));
        keys.add(around(1, alarms.get(0) + "." + words.next() + "." + alarms.get(0), 0));
        keys.add(around(0, "north.parcel", draw.number(1, 2)));
        keys.add(around(0, "north", 2) + "." + alarms.get(1));
        keys.add("north"); // where two queues share one wish, their patterns overlap here before anywhere else
        return draw.shuffle(keys);
    }

    private String around(int before, String what, int behind) {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            key.add(words.next());
        }
        key.add(what);
        for (int i = 0; i < behind; i++) {
            key.add(words.next());
        }
        return String.join(".", key);
    }
}
