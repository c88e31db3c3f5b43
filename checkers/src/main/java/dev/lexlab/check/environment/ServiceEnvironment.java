package dev.lexlab.check.environment;

import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Stuck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that gradings use one after the other, brought back by its own reset operation whenever it must be fresh. */
final class ServiceEnvironment implements Part<Service> {
    private final String name;
    private final ServicePool pool;
    private final Duration clock;
    private final Supplier<Optional<Ailment>> ofEngine;
    private final Activity activity = new Activity();
    private volatile @Nullable ContainerService present;
    private @Nullable RuntimeException noStart;
    private boolean isLeft;

    /**
     * Asks for the server only when it is wanted.
     *
     * @param name what others on the task's networks call it
     * @param clock ends a command that nobody else ends
     */
    ServiceEnvironment(String name, ServicePool pool, Duration clock, Supplier<Optional<Ailment>> ofEngine) {
        this.name = name;
        this.pool = pool;
        this.clock = clock;
        this.ofEngine = ofEngine;
    }

    @Override
    public Service unprepared() {
        return clean();
    }

    @Override
    public Service fresh() {
        return clean();
    }

    @Override
    public Service same() {
        ContainerService latest = present;
        return latest == null || isLeft ? clean() : latest;
    }

    @Override
    public void forget() {
        isLeft = true;
    }

    /** Whoever had it may have done anything with it, and so may every program on its networks. */
    private ContainerService clean() {
        activity.forget();
        ContainerService here = present;
        if (here != null && !reset(here)) {
            here = null;
        }
        while (here == null) {
            here = take();
        }
        present = here;
        isLeft = false;
        return here;
    }

    /** The next one; null where it is one of an earlier grading that cannot be brought back any more. */
    private @Nullable ContainerService take() {
        if (noStart != null) {
            throw noStart; // told to every check, waited for once
        }
        ServicePool.Taken taken;
        try {
            taken = pool.take();
        } catch (RuntimeException e) {
            noStart = e;
            throw e;
        }
        ContainerService service =
                new ContainerService(name, taken.server(), clock, activity, Map.of(), new NoOutage(name));
        return taken.isNew() || reset(service) ? service : null;
    }

    /** Whether it is as its image holds it; what cannot be brought back is thrown away, whoever broke it. */
    private boolean reset(ContainerService here) {
        if (!here.hasPrograms()) {
            try {
                here.reset();
                return true;
            } catch (ServerGone e) {
                // another one takes its place
            } catch (TimedOut e) {
                here.server().close();
                throw e;
            }
        }
        here.server().close();
        return false;
    }

    RunningContainer container() {
        ContainerService here = present;
        return (here == null ? clean() : here).container();
    }

    /** A command in it can only be ended with all of it; whoever needs one next gets another one. */
    @Override
    public Stuck cutOff() {
        Stuck stuck = new Stuck(activity.now(), activity.lastSeen());
        ContainerService here = present;
        present = null;
        if (here != null) {
            here.server().close();
        }
        return stuck;
    }

    @Override
    public Optional<Ailment> ailment() {
        Optional<Ailment> engine = ofEngine.get();
        ContainerService here = present;
        if (engine.isPresent() || here == null) {
            return engine;
        }
        RunningServer server = here.server();
        try {
            return server.answers() ? Optional.empty() : Optional.of(Ailment.of(server));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Ailment.of(server));
        }
    }

    @Override
    public Map<String, String> variables() {
        ContainerService here = present;
        return here == null ? Map.of() : here.told();
    }

    @Override
    public List<Address> addresses() {
        ContainerService here = present;
        return here == null ? List.of() : here.addresses();
    }

    @Override
    public List<Door> doors() {
        ContainerService here = present;
        return here == null ? List.of() : List.of(here.door());
    }

    @Override
    public void close() {
        ContainerService here = present;
        present = null;
        if (here == null) {
            return;
        }
        if (here.hasPrograms() || !here.server().alive()) {
            here.server().close();
        } else {
            pool.giveBack(here.server());
        }
    }
}
