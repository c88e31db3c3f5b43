package dev.lexlab.site.markup;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
    /** A guess; what it lacks is made up for. */
    private static final int CHARACTERS_OF_A_LINE = 32;

    private final int[] starts;
    private final int count;

    private Lines(int[] starts, int count) {
        this.starts = starts;
        this.count = count;
    }

    /** @param text its lines end with {@code \n} */
    static Lines of(String text) {
        int[] starts = new int[2 + text.length() / CHARACTERS_OF_A_LINE];
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count] = end + 1;
            count++;
        }
        return new Lines(starts, count);
    }

    /** {@code line.column} of a character, both from 1. */
    String place(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        int line = found >= 0 ? found : -found - 2;
        return (line + 1) + "." + (offset - starts[line] + 1);
    }
}
