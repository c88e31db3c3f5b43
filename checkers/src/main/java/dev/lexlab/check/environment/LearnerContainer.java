package dev.lexlab.check.environment;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Container;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.engine.RunningContainer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** A container of an image that was built from the submission. */
final class LearnerContainer extends ContainerMachine implements Container {
    private static final int EXIT_OF_KILL = 137;

    private final String service;
    private final Consumer<LearnerContainer> whenRemoved;

    LearnerContainer(
            String service,
            String name,
            RunningContainer container,
            Duration clock,
            Activity activity,
            Map<String, String> variables,
            Outage outage,
            Consumer<LearnerContainer> whenRemoved) {
        super(name, container, "", clock, activity, variables, outage);
        this.service = service;
        this.whenRemoved = whenRemoved;
    }

    /** Its name in {@code run.yml}. */
    String service() {
        return service;
    }

    /** A container that its own program has ended is the learner's affair, and no fault of the engine's. */
    @Override
    public Ran run(Command command) {
        try {
            return super.run(command);
        } catch (ServerGone e) {
            if (isRunning()) {
                throw e;
            }
            return new Ran(command.typed(), EXIT_OF_KILL, "", "container " + name() + " has ended");
        }
    }

    @Override
    public boolean isRunning() {
        return container().exitCode().isEmpty();
    }

    @Override
    public Ran ended() {
        return new Ran(
                "container " + name(),
                container().exitCode().orElseThrow(() -> new IllegalStateException(name() + " is still running")),
                log(),
                "");
    }

    @Override
    public String log() {
        return container().log().value();
    }

    @Override
    public void remove() {
        container().close();
        whenRemoved.accept(this);
    }
}
