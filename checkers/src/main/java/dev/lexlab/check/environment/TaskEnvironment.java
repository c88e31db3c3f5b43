package dev.lexlab.check.environment;

import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.TaskDefinition.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that one task's checks run in, each part brought into being when a method first asks for it. */
final class TaskEnvironment implements Environment {
    private final TaskDefinition task;
    private final Networks networks;
    private final MachinesEnvironment machines;
    private final LinksEnvironment links;
    private final BuildsEnvironment builds;
    private final Servers servers;
    private final Map<Wanted, Part<?>> parts = new HashMap<>();
    private final Duration clock;
    private volatile List<Part<?>> entered = List.of();
    private volatile boolean hasMachines;

    TaskEnvironment(TaskDefinition task, Submission work, Servers servers, Starter starter) {
        this.task = task;
        this.servers = servers;
        this.networks = new Networks(starter::engine);
        this.machines = new MachinesEnvironment(task, work, starter, networks);
        this.links = new LinksEnvironment(task, starter, networks);
        this.builds = new BuildsEnvironment(task, starter, networks);
        this.clock = Duration.ofSeconds(2L * task.seconds());
    }

    /** A database, a vhost and an image can be copied; a machine cannot, and neither can a server as a whole. */
    @Override
    public boolean isCopied() {
        boolean hasWhole = task.servers().stream().anyMatch(server -> !servers.isDivided(server));
        boolean hasCopies = !task.servers().isEmpty() || !task.bases().isEmpty();
        return !hasWhole && (hasCopies || task.machines().isEmpty());
    }

    @Override
    public Map<Wanted, Object> provide(State state, Set<Wanted> wanted) {
        if (state != State.SAME) {
            machines.leave();
            links.forget();
            entered.forEach(Part::forget);
        }
        Map<Wanted, Object> provided = new HashMap<>();
        Map<String, Set<Wanted>> onMachines = new TreeMap<>();
        Set<Wanted> onLinks = new HashSet<>();
        Set<Wanted> ofParts = new LinkedHashSet<>();
        for (Wanted one : wanted) {
            if (one.type() == Link.class) {
                onLinks.add(one);
            } else if (isOnMachine(one)) {
                onMachines.computeIfAbsent(name(one), name -> new HashSet<>()).add(one);
            } else {
                ofParts.add(one);
            }
        }
        // Programs on machines are told where the task's servers are, so they must be there, asked for or not.
        Map<Wanted, Part<?>> all = new LinkedHashMap<>();
        boolean isOnNetworks = !onMachines.isEmpty() || !onLinks.isEmpty();
        if (isOnNetworks) {
            ofServers().forEach(one -> all.put(one, part(one)));
            ownServers().forEach(name -> onMachines.computeIfAbsent(name, none -> Set.of()));
        }
        ofParts.forEach(one -> all.put(one, part(one)));
        Map<Part<?>, Object> entered = new HashMap<>();
        all.forEach((one, part) -> provided.put(one, entered.computeIfAbsent(part, here -> enter(here, state))));
        if (isOnNetworks) {
            hasMachines = true;
            Map<String, Link> lines = links.provide();
            onLinks.forEach(one -> provided.put(one, lines.get(name(one))));
            machines.provide(onMachines.keySet(), variables(), this::container)
                    .forEach((name, machine) ->
                            onMachines.getOrDefault(name, Set.of()).forEach(one -> provided.put(one, machine)));
        }
        return provided;
    }

    private Object enter(Part<?> part, State state) {
        Object thing = part.in(state);
        enter(part);
        return thing;
    }

    private boolean isOnMachine(Wanted one) {
        return one.type() == Machine.class
                || (one.type() == Service.class && ownServers().contains(name(one)));
    }

    private List<String> ownServers() {
        return task.servers().stream()
                .filter(server -> server.lease() == Lease.OWN)
                .map(Server::name)
                .toList();
    }

    /** A service or link that is not named is the only one that the task has. */
    private String name(Wanted one) {
        if (one.type() == Link.class && one.name().isEmpty()) {
            return task.links().get(0).name();
        }
        boolean isTheOnly = one.type() == Service.class && one.name().isEmpty();
        return isTheOnly ? task.servers().get(0).name() : one.name();
    }

    /** Of the servers that are not this grading's alone. */
    private List<Wanted> ofServers() {
        List<Wanted> all = new ArrayList<>();
        servers.postgres(task).ifPresent(any -> all.add(new Wanted(Postgres.class, "")));
        servers.rabbitMq(task).ifPresent(any -> all.add(new Wanted(RabbitMq.class, "")));
        task.servers().stream()
                .filter(server -> server.lease() == Lease.SHARED && !servers.isDivided(server))
                .forEach(server -> all.add(new Wanted(Service.class, server.name())));
        return all;
    }

    private RunningContainer container(Server server) {
        return servers.isDivided(server)
                ? servers.shared(server.image()).container()
                : serviceOf(server).container();
    }

    private ServiceEnvironment serviceOf(Server server) {
        return (ServiceEnvironment) part(new Wanted(Service.class, server.name()));
    }

    private Part<?> part(Wanted wanted) {
        Wanted key = new Wanted(wanted.type(), name(wanted));
        Part<?> known = parts.get(key);
        if (known != null) {
            return known;
        }
        Part<?> made = made(key)
                .orElseThrow(() -> new CannotGrade(
                        "task '" + task.id() + "' has no server that is a "
                                + key.type().getSimpleName(),
                        "name one under 'servers:' in its lab.yml, with 'lease: shared'"));
        parts.put(key, made);
        return made;
    }

    private Optional<? extends Part<?>> made(Wanted key) {
        if (key.type() == Postgres.class) {
            return servers.postgres(task);
        }
        if (key.type() == RabbitMq.class) {
            return servers.rabbitMq(task);
        }
        if (key.type() == Engine.class) {
            return Optional.of(builds);
        }
        return task.servers().stream()
                .filter(server -> server.name().equals(key.name()))
                .findFirst()
                .map(this::service);
    }

    private ServiceEnvironment service(Server server) {
        if (servers.isDivided(server)) {
            throw new CannotGrade(
                    "server '" + server.name() + "' is divided among several gradings, and a Service is a server as a"
                            + " whole",
                    "ask for Postgres or RabbitMq, or give the server 'lease: own' in lab.yml");
        }
        return servers.service(server, clock);
    }

    private void enter(Part<?> part) {
        if (!entered.contains(part)) {
            entered = Stream.concat(entered.stream(), Stream.of(part)).toList();
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        entered.forEach(part -> variables.putAll(part.variables()));
        return variables;
    }

    @Override
    public Stuck cutOff() {
        Stuck told = new Stuck(Activity.NOTHING, "nothing was in use yet");
        for (Stuck stuck : stuck()) {
            if (!stuck.awaited().equals(Activity.NOTHING) || told.awaited().equals(Activity.NOTHING)) {
                told = stuck;
            }
        }
        return told;
    }

    private List<Stuck> stuck() {
        List<Stuck> all = new ArrayList<>();
        entered.forEach(part -> all.add(part.cutOff()));
        if (hasMachines) {
            all.add(machines.cutOff());
        }
        return all;
    }

    @Override
    public Optional<Ailment> ailment() {
        return Stream.concat(
                        hasMachines ? Stream.of(machines.ailment(), links.ailment()) : Stream.empty(),
                        entered.stream().map(Part::ailment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public List<Overrun> overruns() {
        return Stream.concat(machines.overruns().stream(), builds.overruns().stream())
                .toList();
    }

    @Override
    public Opened open(boolean isPrepared) {
        boolean isEmbedded = servers.isEmbedded(task);
        Set<Wanted> onMachines = isEmbedded
                ? Set.of()
                : task.machineNames().stream()
                        .map(name -> new Wanted(Machine.class, name))
                        .collect(Collectors.toSet());
        if ((isPrepared && isCopied()) || (entered.isEmpty() && !hasMachines)) {
            Set<Wanted> all =
                    Stream.concat(onMachines.stream(), ofServers().stream()).collect(Collectors.toSet());
            provide(isPrepared ? State.FRESH : State.UNPREPARED, all);
        } else {
            provide(State.SAME, onMachines);
        }
        List<Door> doors = new ArrayList<>(builds.runAll());
        boolean isLearners = task.bases().isEmpty() || !doors.isEmpty();
        doors.addAll(machines.doors());
        if (isEmbedded) {
            doors.add(Door.here(variables()));
        }
        entered.forEach(part -> doors.addAll(part.doors()));
        Optional<Door> main = isLearners ? doors.stream().findFirst() : Optional.empty();
        List<Address> addresses = new ArrayList<>();
        entered.forEach(part -> addresses.addAll(part.addresses()));
        addresses.addAll(machines.addresses());
        return new Opened(main, doors, addresses);
    }

    @Override
    public void close() {
        if (hasMachines) {
            machines.close();
            links.close();
        }
        builds.close();
        entered.forEach(Part::close);
        networks.close();
    }
}
