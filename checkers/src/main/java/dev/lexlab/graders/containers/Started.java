package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Container;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Web;
import dev.lexlab.check.author.Web.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A container whose service waits for visitors.
 *
 * @param socket where it waits, which need not be where it was told to
 */
record Started(Container container, Told told, Socket socket, Evidence evidence) {
    /** What all checks of this lab call the trace of their questions. */
    static final String ASKED = "what was asked over HTTP";

    private static final String INSIDE = "inside ";

    /** The reference needs well under a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Started one(Engine engine, Draw draw, Evidence evidence) {
        return start(engine, Told.two(draw).get(0), evidence);
    }

    /** Both are there before the first is asked anything. */
    static List<Started> two(Engine engine, Draw draw, Evidence evidence) {
        return Told.two(draw).stream()
                .map(told -> start(engine, told, evidence))
                .toList();
    }

    private static Started start(Engine engine, Told told, Evidence evidence) {
        Container container = engine.run(Told.SERVICE, told.machine(), told.variables());
        evidence.textAtEnd("log of " + told.machine(), () -> lastOf(container));
        Look last = Eventually.look(PATIENCE, () -> Look.at(container, told), Look::decides);
        return new Started(
                container,
                told,
                last.socket().orElseThrow(() -> NotServing.failure(container, last.isRunning())),
                evidence);
    }

    private static String lastOf(Container container) {
        String log = container.log();
        return log.isBlank() ? "it wrote nothing" : log;
    }

    /** A new container under the same name, told the same. */
    Started again(Engine engine) {
        return start(engine, told, evidence);
    }

    void remove() {
        container.remove();
    }

    /** What somebody in the container itself is answered. */
    Answer get(String path) {
        return visitorInside().get(inside(path));
    }

    Answer post(String path, String body) {
        return visitorInside().post(inside(path), body);
    }

    private Web visitorInside() {
        return Web.from(container).noted(evidence.trace(ASKED), INSIDE + told.machine(), told.machine());
    }

    private String inside(String path) {
        return "http://" + socket.addressFromInside() + ":" + socket.port() + path;
    }

    /** One look at a container that may come up, or end. */
    private record Look(boolean isRunning, Optional<Socket> socket) {

        static Look at(Container container, Told told) {
            if (!container.isRunning()) {
                return new Look(false, Optional.empty());
            }
            String table =
                    container.run("cat", "/proc/net/tcp", "/proc/net/tcp6").out();
            return new Look(true, Socket.ofService(table, told.port()));
        }

        boolean decides() {
            return !isRunning || socket.isPresent();
        }
    }
}
