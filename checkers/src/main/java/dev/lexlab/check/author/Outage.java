package dev.lexlab.check.author;

/**
 * What a check can do to a machine from outside, as whoever runs it could: {@link Machine#outage}. Only to what is this
 * grading's own: sandboxes, helpers, containers of learners' images, and servers with {@code lease: own}. A server that others
 * use, too, refuses, which is an ERROR that says so. What is broken when a check ends is another machine for the next one, unless
 * that {@code continues} it.
 */
public interface Outage {

    /**
     * Ends its programs and returns when it is in use again. A server's program is asked to end, and killed after five seconds;
     * another process of it goes on with what was written into its folders, and is ready by its own operation; its address stays.
     * On a sandbox or helper every program is killed, and files stay. A container of a learner's image is stopped and started by
     * the engine: volumes stay, what it wrote elsewhere is gone. Also resumes what was paused.
     */
    void restart();

    /**
     * Freezes all of its processes. Connections to it stay open and new ones are taken, but nothing is answered until it is
     * resumed. Commands cannot be run in it meanwhile: a check that tries is an ERROR.
     */
    void pause();

    /** Lets it go on where it was frozen. */
    void resume();

    /**
     * Takes it off one of the networks that {@code lab.yml} puts it on: nobody there finds its name, and connections that were
     * open hang without an end.
     *
     * @param network as in {@code lab.yml}; {@code lab} where that names none
     */
    void disconnect(String network);

    /** Puts it on that network again, under its name; its number there may be another one. */
    void connect(String network);
}
