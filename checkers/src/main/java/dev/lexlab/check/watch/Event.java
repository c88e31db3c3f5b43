package dev.lexlab.check.watch;

import dev.lexlab.check.pipeline.Regraded;
import java.nio.file.Path;
import java.util.Optional;

/** Something that a watch reacts to. */
interface Event {

    /**
     * A file was written, made or taken away.
     *
     * @param path empty where the system could not tell all that happened
     */
    record Touched(Optional<Path> path) implements Event {}

    /** A line was typed. */
    record Typed(String line) implements Event {}

    /** Nobody can type any more, or somebody wants no more. */
    record Ended() implements Event {}

    /**
     * A grading is over.
     *
     * @param request what was graded
     * @param regraded what came of it; empty where it was cut off, or could not be done
     * @param trouble why it could not be done, in one line; otherwise empty
     */
    record Finished(Request request, Optional<Regraded> regraded, String trouble) implements Event {}
}
