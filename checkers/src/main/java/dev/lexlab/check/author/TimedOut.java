package dev.lexlab.check.author;

import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.util.Optional;

/** Something did not happen within the limit of the check. */
public final class TimedOut extends RuntimeException implements Finding {
    private static final long serialVersionUID = 1L;

    private final String awaited;
    private final String lastSeen;

    /**
     * Says for what a check waited in vain.
     *
     * @param awaited reads on after "waited for": {@code an answer to COMMIT}
     * @param lastSeen what was the case when the wait ended
     */
    public TimedOut(String awaited, String lastSeen) {
        super("waited for " + awaited + "; last seen: " + lastSeen);
        this.awaited = awaited;
        this.lastSeen = lastSeen;
    }

    @Override
    public Verdict verdict() {
        return Verdict.TIMEOUT;
    }

    @Override
    public Feedback feedback() {
        return new Feedback(
                "no end within the limit",
                Optional.of(Untrusted.of(awaited)),
                Optional.of(Untrusted.of(lastSeen)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
