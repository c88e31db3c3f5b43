package dev.lexlab.check.author;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The submission cannot be read, built or started: a file is missing, there is a syntax error. Always says where. */
public final class Invalid extends RuntimeException implements Finding {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String summary;
    private @Nullable String seen;
    private @Nullable String next;

    private Invalid(Place place, String summary) {
        super(place + ": " + summary);
        this.place = place;
        this.summary = summary;
    }

    /**
     * Begins a refusal.
     *
     * @param place from {@link SubmittedFile#at}
     * @param summary one line in simple words: what is the matter
     */
    public static Invalid at(Place place, String summary) {
        return new Invalid(place, summary);
    }

    /** What the server or tool said about it. */
    public Invalid seen(String words) {
        seen = words;
        return this;
    }

    public Invalid next(String step) {
        next = step;
        return this;
    }

    @Override
    public Verdict verdict() {
        return Verdict.INVALID;
    }

    @Override
    public Feedback feedback() {
        return new Feedback(
                summary,
                Optional.empty(),
                Optional.ofNullable(seen).map(Untrusted::of),
                Optional.of(place),
                Optional.ofNullable(next),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
