package dev.lexlab.check.author;

import java.time.Duration;

/**
 * A line to a server, made bad on purpose: {@code links: {wire: {to: broker}}} in {@code lab.yml}. On its networks the line
 * stands in the server's place, so that programs there reach {@code broker} through it and know no other way. {@link Postgres},
 * {@link RabbitMq} and {@link Service} do not go through it: while programs are cut off, a check can still look at the server.
 * In a check the line is whole, and nothing of an earlier one goes on (or it is as the check left it that this one
 * {@code continues}).
 *
 * <p>Every method returns when what it says is in force. No verdict may depend on how fast something is: force an order
 * instead. Wait with {@link Eventually} until the traffic shows that a program is where it is to be hit, break the line, look
 * at what is outstanding, mend it, look again.
 */
public interface Link {

    /** What it is called in {@code lab.yml}. */
    String name();

    /**
     * What comes in from now on goes on so much later, each way; its order stays. A question and its answer take at least
     * twice as long.
     *
     * @param delay to some 10 ms; zero is none
     */
    void slow(Duration delay);

    /**
     * Only so many bytes get through in a second, each way, those of all connections together. Who sends more has to wait when
     * some 100 KB are held, as on any slow line.
     *
     * @param bytesPerSecond at least 1
     */
    void throttle(int bytesPerSecond);

    /**
     * Open connections are reset on both sides, what was under way is lost, and new connections are refused: "connection reset
     * by peer" and "connection refused".
     */
    void cut();

    /**
     * Nothing gets through any more, no end of a connection either, and nobody is told. Open connections stay open, and what is
     * written into them is taken; new ones are taken and hear nothing. All of it waits here, and goes on when the line is mended.
     */
    void blackHole();

    /** The line is whole: fast, and open for new connections. What waited goes on; what was cut is not there again. */
    void mend();

    /** What went through since the check began, and what waits. */
    Traffic traffic();

    /**
     * Counted at one moment. Connections are those that programs opened, also where the server then did not answer.
     *
     * @param accepted connections that were taken since the check began
     * @param open of them, those that the line still holds
     * @param toServer bytes that got through to the server
     * @param toClients bytes that got through to programs
     * @param waitingForServer bytes that programs wrote and the server did not get, of connections that are open
     * @param waitingForClients the same, the other way
     */
    record Traffic(
            int accepted, int open, long toServer, long toClients, long waitingForServer, long waitingForClients) {}
}
