package dev.lexlab.graders.postgres.catalog;

import dev.lexlab.check.author.Draw;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Names that no two things share, drawn from the seed. */
final class Names {
    /** What people call things when nobody stops them; %s is a word. */
    private static final List<String> ODD = List.of(
            "%s Order", "Grüße %s", "it's %s", "the \"%s\"", "a.%s", "100%% %s", "%s\\n", "$%s", "%s-%1$s", "ÄÖÜ %s");

    private final Draw draw;
    private final Iterator<String> words;
    private final Iterator<String> odd;

    Names(Draw draw) {
        this.draw = draw;
        words = draw.words(400).iterator();
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            forms.addAll(draw.shuffle(ODD));
        }
        odd = forms.iterator();
    }

    String word() {
        return words.next();
    }

    /** Two words, so that it is hardly ever a name in the learner's own file. */
    String pair() {
        return word() + "_" + word();
    }

    /** A table of the schema that is always there. */
    Place table() {
        return new Place(Place.PUBLIC, pair());
    }

    /** A name that needs double quotes. */
    String odd() {
        return odd.next().formatted(word());
    }

    /** Names in the order of their letters, which one can see at a glance. */
    List<String> sorted(int count) {
        String name = pair();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> name + "_" + number)
                .toList();
    }

    Draw draw() {
        return draw;
    }
}
