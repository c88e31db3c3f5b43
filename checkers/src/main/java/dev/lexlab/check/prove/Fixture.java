package dev.lexlab.check.prove;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A submission with declared verdicts.
 *
 * @param name of its folder, or what it is where it has none of its own
 * @param folder its files; empty for nothing handed in
 * @param expectation empty where all must pass, or where it is nothing
 */
public record Fixture(String name, Kind kind, Optional<Path> folder, Optional<Expectation> expectation) {

    /** What a fixture stands for. */
    public enum Kind {
        SOLUTION,
        ALTERNATIVE,
        STARTER,
        NOTHING,
        WRONG,
        /** Wrong in a way that no learner gets into by mistake: what it runs into must be told. */
        HOSTILE
    }

    /** Whether all checks must pass. */
    public boolean isRight() {
        return kind == Kind.SOLUTION || kind == Kind.ALTERNATIVE;
    }
}
