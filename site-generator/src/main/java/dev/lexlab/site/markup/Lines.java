package dev.lexlab.site.markup;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
    private final int[] starts;

    private Lines(int[] starts) {
        this.starts = starts;
    }

    /** @param text its lines end with {@code \n} */
    static Lines of(String text) {
        int[] starts = new int
                [1 + (int) text.chars().filter(character -> character == '\n').count()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = text.indexOf('\n', starts[i - 1]) + 1;
        }
        return new Lines(starts);
    }

    /** {@code line.column} of a character, both from 1. */
    String place(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return (line + 1) + "." + (offset - starts[line] + 1);
    }
}
