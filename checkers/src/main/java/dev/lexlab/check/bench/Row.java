package dev.lexlab.check.bench;

import java.util.Optional;

/**
 * What came of measuring something.
 *
 * @param figures empty where it could not be measured
 * @param trouble why not, in one line; otherwise empty
 */
record Row(Subject subject, Optional<Figures> figures, String trouble) {

    static Row measured(Subject subject, Figures figures) {
        return new Row(subject, Optional.of(figures), "");
    }

    static Row notMeasured(Subject subject, String why) {
        return new Row(subject, Optional.empty(), why);
    }

    boolean isMet() {
        return figures.isPresent()
                && subject.goal().isMet(figures.get().measured(), figures.get().reference());
    }

    /**
     * The numbers of a row.
     *
     * @param environment what servers ran in; empty where there were none
     */
    record Figures(Sample measured, Sample reference, String environment) {

        /** How many times as long as the reference. */
        double ratio() {
            return measured.median() / reference.median();
        }
    }
}
