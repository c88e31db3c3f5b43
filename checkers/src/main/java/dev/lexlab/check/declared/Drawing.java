package dev.lexlab.check.declared;

import dev.lexlab.check.author.Draw;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is drawn for one name. */
record Drawing(String name, Kind kind, int least, int most) {

    enum Kind {
        WORD,
        NAME,
        NUMBER
    }

    /** All of a file, in its order. No two are alike: a check that could not tell them apart would pass by chance. */
    static Map<String, String> all(List<Drawing> drawings, Draw draw) {
        List<String> words = draw.words(count(drawings, Kind.WORD));
        List<String> names = draw.names(count(drawings, Kind.NAME));
        Map<String, String> drawn = new LinkedHashMap<>();
        Set<Integer> numbers = new HashSet<>();
        int word = 0;
        int name = 0;
        for (Drawing drawing : drawings) {
            switch (drawing.kind) {
                case WORD -> drawn.put(drawing.name, words.get(word++));
                case NAME -> drawn.put(drawing.name, names.get(name++));
                case NUMBER -> {
                    int number = draw.number(drawing.least, drawing.most);
                    while (!numbers.add(number)) {
                        number = draw.number(drawing.least, drawing.most);
                    }
                    drawn.put(drawing.name, Integer.toString(number));
                }
            }
        }
        return drawn;
    }

    static int count(List<Drawing> drawings, Kind kind) {
        return (int) drawings.stream().filter(drawing -> drawing.kind == kind).count();
    }
}
