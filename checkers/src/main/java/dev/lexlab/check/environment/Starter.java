package dev.lexlab.check.environment;

import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;
import java.util.Optional;

/** Starts servers by the name of their image. */
interface Starter extends AutoCloseable {

    /**
     * The engine; waits until it is there.
     *
     * @throws CannotGrade with what mends it
     */
    Engine engine();

    /**
     * Why there is no engine, where something else may take its place. Empty where there is one, and where there has to be
     * one; waits until that is known.
     */
    default Optional<CannotGrade> missing() {
        return Optional.empty();
    }

    /** What is wrong with the engine; empty while it answers, and where nothing of ours could have been begun on one. */
    default Optional<Ailment> ailment() {
        return missing().isPresent() ? Optional.empty() : engine().silence().map(Ailment::of);
    }

    /** What starts servers, for the record; empty where it was never reached. */
    String description();

    /**
     * What an image says about itself.
     *
     * @throws CannotGrade where its {@code service.yml} is faulty
     */
    ServiceDefinition definition(String image);

    /**
     * Returns when clients are served.
     *
     * @throws CannotGrade with what mends it
     */
    RunningServer start(String image);

    /**
     * PostgreSQL outside of any container, with the settings of an image; returns when it answers.
     *
     * @throws CannotGrade with what mends it
     */
    default EmbeddedPostgres embedded(String image) {
        throw new CannotGrade("there are no servers outside of containers here", "");
    }

    @Override
    void close();
}
