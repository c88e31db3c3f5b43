package dev.lexlab.check.declared;

import static java.util.Locale.ROOT;

import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that is done to a link or a machine from outside, or counted on a link.
 *
 * @param value of those that need one: a time in milliseconds, a number of bytes, a network
 */
record Disturbance(Kind kind, String value) implements Action {

    /** Each by its key. */
    enum Kind {
        SLOW(true, "wire: 200ms"),
        THROTTLE(true, "wire: 1000"),
        CUT(true, ""),
        BLACK_HOLE(true, ""),
        MEND(true, ""),
        TRAFFIC(true, ""),
        RESTART(false, ""),
        PAUSE(false, ""),
        RESUME(false, ""),
        DISCONNECT(false, "cache: lab"),
        CONNECT(false, "cache: lab");

        private final boolean isOfLink;
        private final String example;

        /**
         * One of them.
         *
         * @param isOfLink whether it is done to a link, not to a machine
         * @param example how its value is written behind whom it is about; empty where it has none
         */
        Kind(boolean isOfLink, String example) {
            this.isOfLink = isOfLink;
            this.example = example;
        }

        boolean isOfLink() {
            return isOfLink;
        }

        boolean hasValue() {
            return !example.isEmpty();
        }

        String example() {
            return example;
        }

        String key() {
            return name().toLowerCase(ROOT).replace('_', '-');
        }

        static List<String> keys() {
            return Arrays.stream(values()).map(Kind::key).toList();
        }

        static Optional<Kind> of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    @Override
    public Ran perform(Around around, String on, Submission work, Map<String, String> drawn) {
        String said = kind.isOfLink() ? onLink(around.link(on)) : onMachine(around, on);
        return new Ran(kind.key() + " " + on, 0, said, "");
    }

    private String onLink(Link link) {
        switch (kind) {
            case SLOW -> link.slow(Duration.ofMillis(Long.parseLong(value)));
            case THROTTLE -> link.throttle(Integer.parseInt(value));
            case CUT -> link.cut();
            case BLACK_HOLE -> link.blackHole();
            case MEND -> link.mend();
            case TRAFFIC -> {
                return inLines(link.traffic());
            }
            default -> throw new IllegalStateException(kind + " is not done to a link");
        }
        return "";
    }

    private String onMachine(Around around, String on) {
        var outage = around.machine(on).outage();
        switch (kind) {
            case RESTART -> outage.restart();
            case PAUSE -> outage.pause();
            case RESUME -> outage.resume();
            case DISCONNECT -> outage.disconnect(value);
            case CONNECT -> outage.connect(value);
            default -> throw new IllegalStateException(kind + " is not done to a machine");
        }
        return "";
    }

    private static String inLines(Link.Traffic traffic) {
        return String.join(
                "\n",
                "accepted " + traffic.accepted(),
                "open " + traffic.open(),
                "to-server " + traffic.toServer(),
                "to-clients " + traffic.toClients(),
                "waiting-for-server " + traffic.waitingForServer(),
                "waiting-for-clients " + traffic.waitingForClients(),
                "");
    }

    /** Nobody can do that from a shell inside. */
    @Override
    public String typed(Map<String, String> drawn) {
        return "";
    }

    @Override
    public Stream<Template> templates() {
        return Stream.empty();
    }
}
