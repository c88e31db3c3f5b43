package dev.lexlab.site.bench;

import static dev.lexlab.site.bench.BenchTable.number;

import java.util.Optional;

/**
 * What a figure is to stay within.
 *
 * @param most in the figure's unit, or how many times the reference
 */
record Goal(double most, boolean isTimesReference) {

    static Goal within(double most) {
        return new Goal(most, false);
    }

    static Goal timesReference(double most) {
        return new Goal(most, true);
    }

    boolean isMet(double figure, Optional<Double> reference) {
        return figure <= (isTimesReference ? most * reference.orElseThrow() : most);
    }

    /** As the table shows it. */
    String in(String unit) {
        return isTimesReference ? "≤ ref. × " + number(most) : "≤ " + number(most) + " " + unit;
    }
}
