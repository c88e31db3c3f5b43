package dev.lexlab.check.bench;

import java.util.List;

/**
 * The same thing measured several times.
 *
 * @param milliseconds at least one
 */
record Sample(List<Double> milliseconds) {

    Sample {
        if (milliseconds.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        milliseconds = milliseconds.stream().sorted().toList();
    }

    /** The one in the middle; of an even number, half-way between the two. */
    double median() {
        int half = milliseconds.size() / 2;
        return milliseconds.size() % 2 == 1
                ? milliseconds.get(half)
                : (milliseconds.get(half - 1) + milliseconds.get(half)) / 2;
    }

    double least() {
        return milliseconds.get(0);
    }

    double most() {
        return milliseconds.get(milliseconds.size() - 1);
    }
}
