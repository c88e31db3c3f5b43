package dev.lexlab.site.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark that an author puts into what must not be published: a solution, a hidden test. {@code lexlab-hidden: name}, in any
 * kind of comment, keeps any text that holds it out of the site: the build stops and says which mark came up where.
 */
public final class HiddenText {
    private static final String WORD = "lexlab-hidden";
    /** The rarest letter of the word. */
    private static final char RARE = 'x';

    private static final int RARE_AT = WORD.indexOf(RARE);
    private static final Pattern MARK = Pattern.compile(WORD + ":[ \\t]?[\\w./-]{1,80}");

    private HiddenText() {}

    /** The first mark in a text. */
    public static Optional<String> find(String text) {
        if (!holdsWord(text)) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(text);
        return mark.find() ? Optional.of(mark.group()) : Optional.empty();
    }

    /** The same as {@code contains}, for every page as it was written and again as it was printed. */
    private static boolean holdsWord(String text) {
        int at = text.indexOf(RARE);
        while (at >= 0 && !text.startsWith(WORD, at - RARE_AT)) {
            at = text.indexOf(RARE, at + 1);
        }
        return at >= 0;
    }
}
