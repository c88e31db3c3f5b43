package dev.lexlab.site.bench;

import java.util.List;

/**
 * The same thing measured several times.
 *
 * @param values at least one, all in one unit
 */
record Sample(List<Double> values) {
    private static final double HUNDRED = 100;

    Sample {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    /** The one in the middle; of an even number, half-way between the two. */
    double median() {
        int half = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
    }

    /** The least that so many of a hundred do not exceed, one that was measured. */
    double percentile(int of) {
        int rank = (int) Math.ceil(of / HUNDRED * values.size());
        return values.get(Math.max(rank, 1) - 1);
    }

    double least() {
        return values.get(0);
    }

    double most() {
        return values.get(values.size() - 1);
    }

    /** All divided by the same number. */
    Sample dividedBy(double divisor) {
        return new Sample(values.stream().map(value -> value / divisor).toList());
    }
}
