package dev.lexlab.check.environment;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;

/** Starts servers by the name of their image. */
interface Starter extends AutoCloseable {

    /**
     * The engine; waits until it is there.
     *
     * @throws CannotGrade with what mends it
     */
    Engine engine();

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

    @Override
    void close();
}
