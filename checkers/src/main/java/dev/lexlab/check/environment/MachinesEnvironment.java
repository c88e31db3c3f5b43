package dev.lexlab.check.environment;

import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Stuck;
import dev.lexlab.check.environment.Wiring.Place;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.TaskDefinition.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The containers of one grading: sandboxes, helpers, and servers of its own. One that a check did something on is replaced by
 * a new one for the next; helpers are ours and stay.
 */
final class MachinesEnvironment implements AutoCloseable {
    /** Where a sandbox has the learner's files. */
    private static final String WORK = "/work";

    private final TaskDefinition task;
    private final Submission work;
    private final Starter starter;
    private final Networks networks;
    private final Wiring wiring;
    private final Duration clock;
    private final Activity activity = new Activity();
    private final Map<String, ContainerMachine> machines = new LinkedHashMap<>();
    private final Map<String, String> joined = new TreeMap<>();
    private volatile Optional<Ailment> ofCutOff = Optional.empty();
    private volatile List<Overrun> beforeCutOff = List.of();

    MachinesEnvironment(TaskDefinition task, Submission work, Starter starter, Networks networks) {
        this.task = task;
        this.work = work;
        this.starter = starter;
        this.networks = networks;
        this.wiring = new Wiring(task);
        // The limit of the check comes first; this is for what nobody waits for any more.
        this.clock = Duration.ofSeconds(2L * task.seconds());
    }

    /**
     * Takes away what is not to be found any more, before anything else is made fresh: a learner's program may still be at
     * work. Whoever could reach a server of its own may have changed it.
     */
    synchronized void leave() {
        activity.forget();
        ofCutOff = Optional.empty();
        beforeCutOff = List.of();
        boolean wasAnyUsed = machines.values().stream().anyMatch(ContainerMachine::isUsed);
        machines.values().stream()
                .filter(machine -> machine.isUsed() || (wasAnyUsed && machine instanceof Service))
                .filter(machine -> machine.mayBeBroken() || !isHelper(machine.name()))
                .toList()
                .forEach(this::remove);
    }

    /**
     * Brings these machines into being, at the same time, and tells them the present variables.
     *
     * @param shared the containers of servers that are not this grading's alone
     */
    synchronized Map<String, Machine> provide(
            Set<String> wanted, Map<String, String> variables, Function<Server, RunningContainer> shared) {
        joinSharedServers(shared);
        startMissing(wanted, variables);
        Map<String, String> all = new TreeMap<>(variables);
        services().forEach(service -> all.putAll(service.told()));
        Map<String, Machine> provided = new TreeMap<>();
        for (String name : wanted) {
            ContainerMachine machine = machines.get(name);
            if (machine == null) {
                throw new IllegalStateException("task '" + task.id() + "' has no machine '" + name + "'");
            }
            machine.tell(all);
            provided.put(name, machine);
        }
        return provided;
    }

    private boolean isHelper(String name) {
        return task.machines().stream()
                .anyMatch(machine -> machine.name().equals(name) && machine.kind() == Kind.HELPER);
    }

    private void remove(ContainerMachine machine) {
        machines.remove(machine.name());
        machine.container().close();
    }

    /** Servers that others use, too, are put on this grading's networks under the name that the task gives them. */
    private void joinSharedServers(Function<Server, RunningContainer> shared) {
        for (Server server : task.servers()) {
            if (server.lease() == Lease.SHARED) {
                RunningContainer container = shared.apply(server);
                if (!container.id().equals(joined.put(server.name(), container.id()))) {
                    join(container, wiring.of(server));
                }
            }
        }
    }

    private void join(RunningContainer container, List<Place> places) {
        for (Place place : places) {
            try {
                starter.engine().join(container, networks.get(place.network()), place.aliases());
            } catch (EngineFailure e) {
                throw CannotGrade.because(e);
            }
        }
    }

    private void startMissing(Set<String> wanted, Map<String, String> variables) {
        networks.get(task.machines().stream()
                .flatMap(machine -> machine.networks().stream())
                .distinct()
                .toList());
        List<CompletableFuture<ContainerMachine>> starting = new ArrayList<>();
        for (TaskDefinition.Machine machine : task.machines()) {
            if (wanted.contains(machine.name()) && !machines.containsKey(machine.name())) {
                starting.add(CompletableFuture.supplyAsync(() -> start(machine, variables)));
            }
        }
        for (Server server : task.servers()) {
            boolean isOwn = server.lease() == Lease.OWN;
            if (isOwn && wanted.contains(server.name()) && !machines.containsKey(server.name())) {
                starting.add(CompletableFuture.supplyAsync(() -> start(server, variables)));
            }
        }
        RuntimeException failure = null;
        for (CompletableFuture<ContainerMachine> one : starting) { // all of them: none may be forgotten
            try {
                ContainerMachine machine = one.join();
                machines.put(machine.name(), machine);
            } catch (CompletionException e) {
                failure = e.getCause() instanceof RuntimeException known ? known : e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private ContainerMachine start(TaskDefinition.Machine machine, Map<String, String> variables) {
        boolean isSandbox = machine.kind() == Kind.SANDBOX;
        ServiceDefinition image = starter.definition(machine.image());
        if (isSandbox && !image.tmpfs().containsKey(WORK)) {
            throw new CannotGrade(
                    "image '" + machine.image() + "' has no place for a learner's files",
                    "add '" + WORK + ": 64' to 'tmpfs' in its service.yml");
        }
        try {
            RunningContainer container = starter.engine()
                    .machine(
                            image,
                            machine.name(),
                            networks.get(machine.networks()),
                            isSandbox ? Set.of(WORK) : Set.of());
            if (isSandbox) {
                container.copy(WORK, files());
            }
            return new ContainerMachine(
                    machine.name(),
                    container,
                    isSandbox ? WORK : "",
                    clock,
                    activity,
                    variables,
                    new ContainerOutage(
                            machine.name(), container, container::endPrograms, Wiring.of(machine), networks, activity));
        } catch (EngineFailure e) {
            throw CannotGrade.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGrade("the start of '" + machine.name() + "' was interrupted", "check again");
        }
    }

    private ContainerMachine start(Server server, Map<String, String> variables) {
        RunningServer running = starter.start(server.image());
        List<Place> places = wiring.of(server);
        join(running.container(), places);
        return new ContainerService(
                server.name(),
                running,
                clock,
                activity,
                variables,
                new ContainerOutage(server.name(), running.container(), running::restart, places, networks, activity));
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        work.paths().forEach(path -> files.put(path, work.file(path).bytes()));
        return files;
    }

    /** Ends whatever runs with the containers it runs in; whoever needs one next gets a new one. */
    Stuck cutOff() {
        ofCutOff = ofMachines();
        beforeCutOff = overruns();
        Stuck stuck = new Stuck(activity.now(), activity.lastSeen());
        List.copyOf(machines.values()).forEach(this::remove);
        return stuck;
    }

    /** Of the engine or, before they were cut off, of its machines. */
    Optional<Ailment> ailment() {
        return starter.ailment().or(() -> ofCutOff).or(this::ofMachines);
    }

    /**
     * Of one that no longer runs: nobody inside can end its first process, so it was ended from outside. But what its programs
     * need of its memory may well be the learner's doing, and a server may be ended by whoever speaks to it.
     */
    private synchronized Optional<Ailment> ofMachines() {
        return machines.values().stream()
                .filter(machine -> !(machine instanceof Service))
                .flatMap(machine -> machine.container().endFromOutside().stream())
                .map(Ailment::of)
                .findFirst();
    }

    /** Of sandboxes, which hold the learner's programs; from before they were cut off, where they were. */
    synchronized List<Overrun> overruns() {
        List<Overrun> now = machines.values().stream()
                .filter(machine -> machine.isUsed() && isSandbox(machine.name()))
                .flatMap(machine -> Overrun.of(machine.name(), machine.container()).stream())
                .toList();
        return now.isEmpty() ? beforeCutOff : now;
    }

    /** The ways into those that were started, sandboxes first: that is where the learner is at home. */
    synchronized List<Door> doors() {
        return machines.values().stream()
                .sorted((a, b) -> Boolean.compare(isSandbox(b.name()), isSandbox(a.name())))
                .map(ContainerMachine::door)
                .toList();
    }

    private boolean isSandbox(String name) {
        return task.machines().stream()
                .anyMatch(machine -> machine.name().equals(name) && machine.kind() == Kind.SANDBOX);
    }

    /** Ports of servers of its own. */
    synchronized List<Address> addresses() {
        return services().flatMap(service -> service.addresses().stream()).toList();
    }

    private Stream<ContainerService> services() {
        return machines.values().stream()
                .filter(ContainerService.class::isInstance)
                .map(ContainerService.class::cast);
    }

    @Override
    public synchronized void close() {
        machines.values().parallelStream()
                .forEach(machine -> machine.container().close());
        machines.clear();
    }
}
