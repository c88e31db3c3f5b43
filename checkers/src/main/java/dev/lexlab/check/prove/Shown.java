package dev.lexlab.check.prove;

import java.util.regex.Pattern;

/** A text that a command prints, or a pattern between slashes of which something in it is one. */
record Shown(String declared, Pattern pattern) {

    /**
     * Reads it.
     *
     * @throws java.util.regex.PatternSyntaxException where it is between slashes, and no pattern
     */
    static Shown of(String declared) {
        boolean isPattern = declared.length() > 2 && declared.startsWith("/") && declared.endsWith("/");
        return new Shown(
                declared,
                isPattern
                        ? Pattern.compile(declared.substring(1, declared.length() - 1), Pattern.MULTILINE)
                        : Pattern.compile(declared, Pattern.LITERAL));
    }

    boolean isIn(String output) {
        return pattern.matcher(output).find();
    }
}
