package dev.lexlab.check.author;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * It ran, and does not do it:
 *
 * <pre>{@code
 * throw Failure.of("two bookings of room " + room + " overlap")
 *         .expected("the second one refused with 23P01")
 *         .seen(second)
 *         .diagnose("check-then-insert")
 *         .reproduce(Psql.command(first.statement(), second.statement()));
 * }</pre>
 *
 * Every failure says what was expected, what was seen and, itself or through its diagnosis, one next step.
 */
public final class Failure extends AssertionError implements Finding {
    private static final long serialVersionUID = 1L;

    private final String summary;
    private @Nullable String expected;
    private @Nullable String seen;
    private transient @Nullable Place place;
    private @Nullable String next;
    private @Nullable String term;
    private transient @Nullable Reproduction reproduce;
    private String diagnosis = "";

    private Failure(String summary) {
        super(summary);
        this.summary = summary;
    }

    /**
     * Begins a failure.
     *
     * @param summary one line in simple words: what is the matter
     */
    public static Failure of(String summary) {
        return new Failure(summary);
    }

    public Failure expected(String what) {
        expected = what;
        return this;
    }

    public Failure seen(String what) {
        seen = what;
        return this;
    }

    /** Seen was the server's answer to a statement. */
    public Failure seen(Outcome outcome) {
        return seen(outcome.inWords());
    }

    public Failure at(Place where) {
        place = where;
        return this;
    }

    /** One next step. Needed only where there is no diagnosis, which brings its own. */
    public Failure next(String step) {
        next = step;
        return this;
    }

    /** Slug of the term to read. Needed only where there is no diagnosis, which may bring its own. */
    public Failure read(String slug) {
        term = slug;
        return this;
    }

    /** Names a mistake of this task's {@code diagnoses} in {@code lab.yml}, which holds the words. */
    public Failure diagnose(String id) {
        diagnosis = id;
        return this;
    }

    /** A command to paste into {@code ./lexlab shell} that shows the same symptom. */
    public Failure reproduce(String command) {
        return reproduceOn("", command);
    }

    /** The same on another machine of the task, {@code ./lexlab shell … --as MACHINE}. */
    public Failure reproduceOn(String machine, String command) {
        reproduce = new Reproduction(machine, Untrusted.of(command));
        return this;
    }

    @Override
    public Verdict verdict() {
        return Verdict.FAILED;
    }

    @Override
    public String diagnosis() {
        return diagnosis;
    }

    @Override
    public Feedback feedback() {
        return new Feedback(
                summary,
                Optional.ofNullable(expected).map(Untrusted::of),
                Optional.ofNullable(seen).map(Untrusted::of),
                Optional.ofNullable(place),
                Optional.ofNullable(next),
                Optional.ofNullable(term),
                Optional.empty(),
                Optional.ofNullable(reproduce));
    }
}
