package dev.lexlab.check.environment;

import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.ExecResult;
import dev.lexlab.check.engine.RunningContainer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A link in a container of its own, told what to do by commands in that container. */
final class ContainerLink implements Link {
    private static final List<String> TELL = List.of("perl", "/opt/lexlab/link");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST = 999_999_999;

    private final String name;
    private final RunningContainer container;

    /** One that was started; whether it answers shows when it is first told something. */
    ContainerLink(String name, RunningContainer container) {
        this.name = name;
        this.container = container;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void slow(Duration delay) {
        if (delay.isNegative() || delay.toMillis() > MOST) {
            throw new IllegalArgumentException("a delay of " + delay + " is none");
        }
        tell("slow", Long.toString(delay.toMillis()));
    }

    @Override
    public void throttle(int bytesPerSecond) {
        if (bytesPerSecond < 1 || bytesPerSecond > MOST) {
            throw new IllegalArgumentException(
                    bytesPerSecond + " bytes per second are too few or too many: where nothing is to get through, say"
                            + " blackHole()");
        }
        tell("throttle", Integer.toString(bytesPerSecond));
    }

    @Override
    public void cut() {
        tell("cut");
    }

    @Override
    public void blackHole() {
        tell("hole");
    }

    @Override
    public void mend() {
        tell("mend");
    }

    @Override
    public Traffic traffic() {
        Map<String, Long> counted = new HashMap<>();
        tell("traffic").lines().forEach(line -> {
            int space = line.indexOf(' ');
            counted.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        });
        return new Traffic(
                number(counted, "accepted").intValue(),
                number(counted, "open").intValue(),
                number(counted, "to-server"),
                number(counted, "to-clients"),
                number(counted, "waiting-for-server"),
                number(counted, "waiting-for-clients"));
    }

    private static Long number(Map<String, Long> counted, String key) {
        Long number = counted.get(key);
        if (number == null) {
            throw new IllegalStateException("a link counts no '" + key + "'");
        }
        return number;
    }

    /** As a new one; whoever was connected is reset. */
    void reset() {
        tell("reset");
    }

    /** What is wrong with it; empty where it does what it is told. */
    Optional<Ailment> ailment() {
        try {
            String unused = tell("traffic");
            return Optional.empty();
        } catch (ServerGone e) {
            return Optional.of(new Ailment(String.valueOf(e.getMessage()), e.next()));
        }
    }

    void close() {
        container.close();
    }

    private String tell(String... words) {
        List<String> command = new ArrayList<>(TELL);
        command.addAll(List.of(words));
        try {
            ExecResult result = container.exec(PATIENCE, command.toArray(String[]::new));
            if (result.succeeded()) {
                return result.out().value();
            }
            String said = result.err().value().strip();
            throw gone(said.isEmpty() ? "it does not answer" : said, new IOException("exit code " + result.exitCode()));
        } catch (EngineFailure e) {
            throw gone(container.trouble().orElse(e.what()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut("link " + name + " to do what it was told", "it had not answered");
        }
    }

    private ServerGone gone(String why, Exception cause) {
        return new ServerGone(container.name() + " failed: " + why, "check again: it gets a new one", cause);
    }
}
