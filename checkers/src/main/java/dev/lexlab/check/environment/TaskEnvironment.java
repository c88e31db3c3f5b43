package dev.lexlab.check.environment;

import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Submission;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final BuildsEnvironment builds;
    private final Servers servers;
    private final Map<Class<?>, Part<?>> parts = new HashMap<>();
    private volatile List<Part<?>> entered = List.of();
    private volatile boolean hasMachines;

    TaskEnvironment(TaskDefinition task, Submission work, Servers servers, Starter starter) {
        this.task = task;
        this.servers = servers;
        this.networks = new Networks(starter::engine);
        this.machines = new MachinesEnvironment(task, work, servers, starter, networks);
        this.builds = new BuildsEnvironment(task, starter, networks);
    }

    /** A server of its own cannot be copied, and neither can a machine; a database, a vhost and an image can. */
    @Override
    public boolean isCopied() {
        boolean hasOwn = task.servers().stream().anyMatch(server -> server.lease() == Lease.OWN);
        boolean hasCopies = !task.servers().isEmpty() || !task.bases().isEmpty();
        return !hasOwn && (hasCopies || task.machines().isEmpty());
    }

    @Override
    public Map<Wanted, Object> provide(State state, Set<Wanted> wanted) {
        Map<Wanted, Object> provided = new HashMap<>();
        Set<String> names = wanted.stream()
                .filter(one -> one.type() == Machine.class)
                .map(Wanted::name)
                .collect(Collectors.toSet());
        for (Class<?> type : types(wanted, !names.isEmpty())) {
            Part<?> part = part(type);
            provided.put(new Wanted(type, ""), part.in(state));
            enter(part);
        }
        if (!names.isEmpty()) {
            hasMachines = true;
            machines.provide(state, names, variables())
                    .forEach((name, machine) -> provided.put(new Wanted(Machine.class, name), machine));
        }
        return provided;
    }

    /** Programs on machines are told where the task's server is, so it must be there, asked for or not. */
    private List<Class<?>> types(Set<Wanted> wanted, boolean withMachines) {
        Stream<Class<?>> asked = wanted.stream().<Class<?>>map(Wanted::type).filter(type -> type != Machine.class);
        return Stream.concat(asked, withMachines ? ofServers().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private List<Class<?>> ofServers() {
        List<Class<?>> types = new ArrayList<>();
        servers.postgres(task).ifPresent(any -> types.add(Postgres.class));
        servers.rabbitMq(task).ifPresent(any -> types.add(RabbitMq.class));
        return types;
    }

    private Part<?> part(Class<?> type) {
        Part<?> known = parts.get(type);
        if (known != null) {
            return known;
        }
        Optional<? extends Part<?>> part = Optional.empty();
        if (type == Postgres.class) {
            part = servers.postgres(task);
        } else if (type == RabbitMq.class) {
            part = servers.rabbitMq(task);
        } else if (type == Engine.class) {
            part = Optional.of(builds);
        }
        Part<?> made = part.orElseThrow(() -> new CannotGrade(
                "task '" + task.id() + "' has no server that is a " + type.getSimpleName(),
                "name one under 'servers:' in its lab.yml, with 'lease: shared'"));
        parts.put(type, made);
        return made;
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
    public boolean isWell() {
        return entered.stream().allMatch(Part::isWell) && (!hasMachines || machines.isWell());
    }

    @Override
    public Opened open(boolean isPrepared) {
        boolean isEmbedded = servers.isEmbedded(task);
        Set<String> names = isEmbedded ? Set.of() : task.machineNames();
        if ((isPrepared && isCopied()) || (entered.isEmpty() && !hasMachines)) {
            Set<Wanted> all = Stream.concat(
                            names.stream().map(name -> new Wanted(Machine.class, name)),
                            ofServers().stream().map(type -> new Wanted(type, "")))
                    .collect(Collectors.toSet());
            provide(isPrepared ? State.FRESH : State.UNPREPARED, all);
        } else {
            provide(
                    State.SAME,
                    names.stream().map(name -> new Wanted(Machine.class, name)).collect(Collectors.toSet()));
        }
        List<Door> doors = new ArrayList<>(builds.runAll());
        boolean isLearners = task.bases().isEmpty() || !doors.isEmpty();
        doors.addAll(machines.doors());
        if (isEmbedded) {
            doors.add(Door.here(variables()));
        }
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
        }
        builds.close();
        entered.forEach(Part::close);
        networks.close();
    }
}
