package dev.lexlab.check.report;

/** Making text fit. */
final class Lines {

    private Lines() {}

    /** All of it on one line. */
    static String one(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** At most so many characters from its beginning, never half a surrogate pair. */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
