package dev.lexlab.lab.problem;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;

/**
 * Where something stands in somebody's file.
 *
 * @param file path as the author knows it, from the course's root, with forward slashes
 * @param line from 1; 0 means the file as a whole
 * @param column from 1; 0 means the line as a whole
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            comparing(Place::file).thenComparingInt(Place::line).thenComparing(comparingInt(Place::column));

    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    public static Place of(String file, int line) {
        return new Place(file, line, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
