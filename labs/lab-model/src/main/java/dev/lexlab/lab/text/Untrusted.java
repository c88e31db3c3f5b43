package dev.lexlab.lab.text;

/**
 * Text from a learner, their program or a server it drives. It may hold control sequences, markup or gigabytes; it reaches
 * people only through a {@link Sink}. Deliberately without a plain {@code toString}.
 *
 * @param value at most {@link #CAP} characters of it
 * @param length characters of the original
 */
public record Untrusted(String value, long length) {
    /** Characters that are kept whole. */
    public static final int CAP = 64 * 1024;

    public static Untrusted of(String text) {
        return new Untrusted(text.length() <= CAP ? text : wholeCharacters(text, CAP), text.length());
    }

    /** The same below a line of ours; what was cut off stays told. */
    public Untrusted below(String line) {
        if (value.isBlank()) {
            return of(line);
        }
        Untrusted both = of(line + "\n" + value);
        return new Untrusted(both.value, line.length() + 1 + length);
    }

    public boolean isCut() {
        return length > value.length();
    }

    @Override
    public String toString() {
        return "Untrusted[" + length + " characters]";
    }

    /** The first {@code most} characters, never ending in half a surrogate pair. */
    static String wholeCharacters(String text, int most) {
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
