package dev.lexlab.check.mutate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers, one more and one less. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");

    private Numbers() {}

    /** Nothing for what is no whole number. */
    static List<Edit> step(String text, Token token) {
        return step(text, token.from(), token.to());
    }

    static List<Edit> step(String text, int from, int to) {
        Matcher whole = WHOLE.matcher(text).region(from, to);
        if (!whole.matches()) {
            return List.of();
        }
        int number = Integer.parseInt(whole.group());
        return List.of(
                Edit.replace(text, from, to, String.valueOf(number + 1)),
                Edit.replace(text, from, to, String.valueOf(number - 1)));
    }
}
