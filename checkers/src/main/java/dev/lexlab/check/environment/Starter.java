package dev.lexlab.check.environment;

/** Starts servers by the name of their image. */
interface Starter extends AutoCloseable {

    /**
     * Waits until servers could be started.
     *
     * @throws CannotGrade with what mends it
     */
    void require();

    /** What starts them, for the record; empty where it was never reached. */
    String description();

    /**
     * Returns when clients are served.
     *
     * @throws CannotGrade with what mends it
     */
    PostgresAddress postgres(String image);

    @Override
    void close();
}
