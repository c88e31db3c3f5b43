package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Container;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Eventually;
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
record Started(Container container, Told told, Socket socket) {
    /** The reference needs well under a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    static Started one(Engine engine, Draw draw) {
        return start(engine, Told.two(draw).get(0));
    }

    /** Both are there before the first is asked anything. */
    static List<Started> two(Engine engine, Draw draw) {
        return Told.two(draw).stream().map(told -> start(engine, told)).toList();
    }

    private static Started start(Engine engine, Told told) {
        Container container = engine.run(Told.SERVICE, told.machine(), told.variables());
        Look last = Eventually.look(PATIENCE, () -> Look.at(container, told), Look::decides);
        return new Started(
                container, told, last.socket().orElseThrow(() -> NotServing.failure(container, last.isRunning())));
    }

    /** A new container under the same name, told the same. */
    Started again(Engine engine) {
        return start(engine, told);
    }

    void remove() {
        container.remove();
    }

    /** What somebody in the container itself is answered. */
    Answer get(String path) {
        return Web.from(container).get(inside(path));
    }

    Answer post(String path, String body) {
        return Web.from(container).post(inside(path), body);
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
