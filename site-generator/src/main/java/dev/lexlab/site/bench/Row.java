package dev.lexlab.site.bench;

import java.util.Optional;

/**
 * What came of measuring something.
 *
 * @param name as the table shows it
 * @param figure what the goal is about: the median, or for {@link Kind#SAVE_95} the 95th percentile
 * @param sample what it was taken from
 * @param reference the median of what it is held against
 */
record Row(String name, Kind kind, double figure, Sample sample, Optional<Double> reference, Optional<Goal> goal) {

    static Row of(Kind kind, Markup markup, int pages, Sample sample, Optional<Sample> reference) {
        double figure = kind == Kind.SAVE_95 ? sample.percentile(95) : sample.median();
        return new Row(
                name(markup, pages, kind.suffix()),
                kind,
                figure,
                sample,
                reference.map(Sample::median),
                kind.goal(markup, pages));
    }

    static String name(Markup markup, int pages, String suffix) {
        return markup.ending() + "-" + pages + "-" + suffix;
    }

    /** How many times as much as the reference. */
    Optional<Double> ratio() {
        return reference.map(of -> figure / of);
    }

    /** Whether the goal is met, where there is one. */
    Optional<Boolean> isMet() {
        return goal.map(one -> one.isMet(figure, reference));
    }
}
