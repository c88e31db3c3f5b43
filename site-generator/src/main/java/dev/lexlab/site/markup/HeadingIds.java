package dev.lexlab.site.markup;

import static java.util.Locale.ROOT;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Gives headings the ids that Asciidoctor would give them (idprefix empty, idseparator '-'). */
final class HeadingIds {
    private HeadingIds() {}

    static void give(List<Element> headings) {
        Set<String> used = new HashSet<>();
        for (Element heading : headings) {
            String id = of(heading.text());
            String free = id;
            for (int i = 2; !used.add(free); i++) {
                free = id + "-" + i;
            }
            heading.attr("id", free);
        }
    }

    static String of(String title) {
        StringBuilder id = new StringBuilder(title.length());
        boolean separated = false;
        String small = small(title);
        for (int i = 0; i < small.length(); i += Character.charCount(small.codePointAt(i))) {
            int letter = small.codePointAt(i);
            if (letter == ' ' || letter == '.' || letter == '-') {
                separated = id.length() > 0;
            } else if (isKept(letter)) {
                id.append(separated ? "-" : "").appendCodePoint(letter);
                separated = false;
            }
        }
        return id.toString();
    }

    private static boolean isKept(int letter) {
        if (letter < 0x80) {
            return letter == '_' || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
        }
        return Character.isAlphabetic(letter)
                || switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** As Ruby does it, letter by letter: no letter is written otherwise because it ends a word. */
    private static String small(String title) {
        boolean plain = true;
        for (int i = 0; i < title.length() && plain; i++) {
            plain = title.charAt(i) < 0x80;
        }
        if (plain) {
            return title.toLowerCase(ROOT); // which asks for nothing around a letter there
        }
        StringBuilder small = new StringBuilder();
        title.codePoints()
                .forEach(letter -> small.append(Character.toString(letter).toLowerCase(ROOT)));
        return small.toString();
    }
}
