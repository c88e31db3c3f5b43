package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Submission;
import java.util.List;
import java.util.Optional;

/** The reader of the relay's configuration with other keywords. */
public final class LoosenedRelayConf {

    private LoosenedRelayConf() {}

    /** Why it is refused, with its line. */
    public static Optional<String> refusal(Submission work) {
        return refused(() -> RelayConf.of(work));
    }

    public static Optional<String> refusal(Submission work, List<String> keywords) {
        return refused(() -> RelayConf.of(work, keywords));
    }

    private static Optional<String> refused(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (Invalid e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
