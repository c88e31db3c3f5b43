package dev.lexlab.check.environment;

import dev.lexlab.check.author.Submission;
import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.Images;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.TaskDefinition.Server;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.text.Untrusted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door: the servers of one process, each started once, in the background and beside the others, and kept until the
 * process ends.
 */
public final class Servers implements AutoCloseable {
    /** Names of ports that we know how to speak to. */
    static final String POSTGRES = "postgres";

    static final String AMQP = "amqp";

    private final Starter starter;
    private final Trace trace;
    private final Map<String, CompletableFuture<RunningServer>> running = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<PostgresServer>> postgres = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<RabbitMqServer>> rabbitMq = new ConcurrentHashMap<>();
    private final Map<String, ServicePool> services = new ConcurrentHashMap<>();
    private final ExecutorService background = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "start of a server");
        thread.setDaemon(true);
        return thread;
    });

    Servers(Starter starter, Trace trace) {
        this.starter = starter;
        this.trace = trace;
    }

    /** Servers in containers of the engine that the environment names; connecting to it begins now. */
    public static Servers inContainers(Course course, Map<String, String> environment, Trace trace) {
        return new Servers(new EngineStarter(course, environment, true, trace), trace);
    }

    /** As {@link #inContainers}; but where no engine answers, and none was named, PostgreSQL comes without one. */
    public static Servers asAvailable(Course course, Map<String, String> environment, Trace trace) {
        return new Servers(new EngineStarter(course, environment, false, trace), trace);
    }

    /** PostgreSQL outside of containers, whatever engine there is. */
    public static Servers embedded(Course course, Map<String, String> environment, Trace trace) {
        return asAvailable(course, Engine.switchedOff(environment), trace);
    }

    /**
     * What there is for a task; waits until that is known.
     *
     * @throws CannotGrade where an engine was named and does not answer, or nothing else would do, with what mends it
     */
    public EnvironmentKind kind(TaskDefinition task) {
        if (starter.missing().isPresent()) {
            return isEmbedded(task) ? EnvironmentKind.EMBEDDED : EnvironmentKind.NONE;
        }
        requireEngine();
        return EnvironmentKind.CONTAINERS;
    }

    private boolean isEmbeddable(TaskDefinition task) {
        return !task.servers().isEmpty()
                && task.links().isEmpty()
                && task.servers().stream()
                        .allMatch(server -> server.lease() == Lease.SHARED
                                && kind(server.image()).equals(POSTGRES));
    }

    /**
     * Waits until servers can be started in containers.
     *
     * @throws CannotGrade with what mends it
     */
    public void requireEngine() {
        Engine unused = starter.engine();
    }

    /**
     * Looks whether a task's images are there, before anybody waits for what cannot come.
     *
     * @throws CannotGrade with the command that builds those of this lab and no others
     */
    public void requireImages(String lab, TaskDefinition task) {
        List<String> missing = task.images().stream()
                .filter(image -> !starter.engine()
                        .images()
                        .has(Images.tag(starter.definition(image).folder())))
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotGrade(
                    "images that the lab needs are not built yet: " + String.join(", ", missing),
                    "./lexlab setup " + lab);
        }
    }

    /** What runs them, for the record; empty where nothing was needed. */
    public String description() {
        return starter.description();
    }

    /** What a door leads into; empty where it no longer runs. */
    public Optional<RunningContainer> container(Environment.Door door) {
        return starter.engine().kept(door.container(), door.name());
    }

    /** The end of the log of what a door led into. */
    public Untrusted lastWords(Environment.Door door) {
        return starter.engine().lastWords(door.container());
    }

    /** What is started here goes on when this process ends: {@link Engine#keep}. */
    public String keep() {
        return starter.engine().keep();
    }

    /** Begins to start what a task needs, because it is going to be asked for. Whoever asks for it learns of a failure. */
    public void warm(TaskDefinition task) {
        for (Server server : task.servers()) {
            if (server.lease() == Lease.SHARED) {
                try {
                    background.execute(() -> warm(task, server.image()));
                } catch (RejectedExecutionException e) {
                    return; // closed meanwhile: nobody is going to ask for it
                }
            }
        }
    }

    /** What can never come is not tried: it would be remembered as failed. */
    private void warm(TaskDefinition task, String image) {
        if (starter.missing().isEmpty() || isEmbeddable(task)) {
            warm(image);
        }
    }

    private void warm(String image) {
        CompletableFuture<?> unused;
        switch (kind(image)) {
            case POSTGRES -> unused = postgres(image);
            case AMQP -> unused = rabbitMq(image);
            default -> pool(image).warm();
        }
    }

    /** Whether gradings divide one server of this image among them: then it is no {@code Service} while it is shared. */
    boolean isDivided(Server server) {
        return server.lease() == Lease.SHARED && !kind(server.image()).isEmpty();
    }

    /** A shared server that cannot be divided. */
    ServiceEnvironment service(Server server, Duration clock) {
        return new ServiceEnvironment(server.name(), pool(server.image()), clock, starter::ailment);
    }

    private ServicePool pool(String image) {
        return services.computeIfAbsent(
                image,
                name -> new ServicePool(
                        () -> {
                            RunningServer server = starter.start(name);
                            trace.at("server " + name + " is ready");
                            return server;
                        },
                        background));
    }

    /** The port that says what can be done with a server of this image beyond starting it; or empty. */
    private String kind(String image) {
        ServiceDefinition definition = starter.definition(image);
        return definition.ports().containsKey(POSTGRES)
                ? POSTGRES
                : definition.ports().containsKey(AMQP) ? AMQP : "";
    }

    /** Where the checks of a task run; waits for its servers only when a check asks for them. */
    public Environment environment(TaskDefinition task, Submission work) {
        return new TaskEnvironment(task, work, this, starter);
    }

    /** Whether a task's database is on this very machine, beside us, and its other machines cannot be there. */
    boolean isEmbedded(TaskDefinition task) {
        return starter.missing().isPresent() && isEmbeddable(task);
    }

    Optional<PostgresEnvironment> postgres(TaskDefinition task) {
        return shared(task, POSTGRES)
                .map(server -> new PostgresEnvironment(server.name(), waiting(() -> postgres(task, server.image()))));
    }

    /** A task that needs more than PostgreSQL has none without an engine: half of it would be no environment. */
    private CompletableFuture<PostgresServer> postgres(TaskDefinition task, String image) {
        if (starter.missing().isPresent() && !isEmbeddable(task)) {
            throw starter.missing().get();
        }
        return postgres(image);
    }

    Optional<RabbitMqEnvironment> rabbitMq(TaskDefinition task) {
        return shared(task, AMQP)
                .map(server -> new RabbitMqEnvironment(server.name(), waiting(() -> rabbitMq(server.image()))));
    }

    private Optional<Server> shared(TaskDefinition task, String kind) {
        return task.servers().stream()
                .filter(server -> server.lease() == Lease.SHARED)
                .filter(server -> kind(server.image()).equals(kind))
                .findFirst();
    }

    /** The one that all gradings share. */
    RunningServer shared(String image) {
        return waiting(() -> running(image)).get();
    }

    private static <T> Supplier<T> waiting(Supplier<CompletableFuture<T>> started) {
        return () -> {
            try {
                return started.get().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : e;
            }
        };
    }

    private CompletableFuture<RunningServer> running(String image) {
        return running.computeIfAbsent(
                image,
                name -> CompletableFuture.supplyAsync(
                        () -> {
                            RunningServer server = starter.start(name);
                            trace.at("server " + name + " is ready");
                            return server;
                        },
                        background));
    }

    private CompletableFuture<PostgresServer> postgres(String image) {
        return postgres.computeIfAbsent(image, name -> {
            background.execute(PostgresAddress::loadDriver);
            return CompletableFuture.supplyAsync(starter::missing, background)
                    .thenComposeAsync(missing -> missing.isPresent() ? embedded(name) : contained(name), background);
        });
    }

    private CompletableFuture<PostgresServer> contained(String image) {
        return running(image).thenApplyAsync(PostgresServer::connect, background);
    }

    private CompletableFuture<PostgresServer> embedded(String image) {
        return CompletableFuture.supplyAsync(
                () -> {
                    EmbeddedPostgres server = starter.embedded(image);
                    trace.at("server " + image + " is ready, embedded");
                    return PostgresServer.connect(server);
                },
                background);
    }

    private CompletableFuture<RabbitMqServer> rabbitMq(String image) {
        return rabbitMq.computeIfAbsent(
                image, name -> running(name).thenApplyAsync(RabbitMqServer::connect, background));
    }

    /** Takes leave of servers that no longer answer, or never did: whoever asks for one next gets a new one. */
    public void forgetDead() {
        Set<String> dead = new TreeSet<>();
        collectDead(running, RunningServer::alive, dead);
        collectDead(postgres, PostgresServer::answers, dead);
        collectDead(rabbitMq, RabbitMqServer::answers, dead);
        dead.forEach(this::forget);
    }

    /** One that is still being started is neither. */
    private static <T> void collectDead(
            Map<String, CompletableFuture<T>> servers, Predicate<T> answers, Set<String> dead) {
        servers.forEach((image, server) -> {
            if (server.isDone() && (server.isCompletedExceptionally() || !answers.test(server.join()))) {
                dead.add(image);
            }
        });
    }

    private void forget(String image) {
        trace.at("server " + image + " no longer answers");
        started(postgres.remove(image)).ifPresent(PostgresServer::close);
        rabbitMq.remove(image);
        started(running.remove(image)).ifPresent(Servers::closeIfPossible);
    }

    private static void closeIfPossible(RunningServer server) {
        try {
            server.close();
        } catch (RuntimeException e) {
            // the engine is gone as well; what is left there goes with the run
        }
    }

    private static <T> Optional<T> started(@Nullable CompletableFuture<T> server) {
        return server == null || !server.isDone() || server.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.of(server.join());
    }

    @Override
    public void close() {
        // Also those that are still being started: they are closed when they are there.
        for (CompletableFuture<PostgresServer> server : postgres.values()) {
            CompletableFuture<@Nullable Void> unused = server.thenAccept(PostgresServer::close);
        }
        starter.close();
        background.shutdownNow();
    }
}
