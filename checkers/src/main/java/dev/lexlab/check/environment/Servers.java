package dev.lexlab.check.environment;

import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.TaskDefinition.Server;
import dev.lexlab.lab.files.Course;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The door: the servers of one process, each started once, in the background and beside the others, and kept until the
 * process ends.
 */
public final class Servers implements AutoCloseable {
    private final Starter starter;
    private final Trace trace;
    private final Map<String, CompletableFuture<PostgresServer>> started = new ConcurrentHashMap<>();
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
        return new Servers(new EngineStarter(course, environment, trace), trace);
    }

    /**
     * Waits until servers can be started at all.
     *
     * @throws CannotGrade with what mends it
     */
    public void require() {
        starter.require();
    }

    /** What runs them, for the record; empty where nothing was needed. */
    public String description() {
        return starter.description();
    }

    /** Begins to start what a task needs, because it is going to be asked for. */
    public void warm(TaskDefinition task) {
        background.execute(PostgresAddress::loadDriver);
        for (Server server : task.servers()) {
            if (server.lease() == Lease.SHARED) {
                CompletableFuture<PostgresServer> unused = start(server); // whoever asks for it learns of its failure
            }
        }
    }

    /** Where the checks of a task run; waits for its server only when a check asks for it. */
    public Environment environment(TaskDefinition task) {
        return new PostgresEnvironment(() -> await(task));
    }

    private PostgresServer await(TaskDefinition task) {
        Server server = task.servers().get(0);
        if (server.lease() == Lease.OWN) {
            throw new CannotGrade(
                    "task '" + task.id() + "' asks for a PostgreSQL server of its own, which this version cannot give",
                    "write 'lease: shared' into its lab.yml");
        }
        try {
            return start(server).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private CompletableFuture<PostgresServer> start(Server server) {
        return started.computeIfAbsent(
                server.image(),
                image -> CompletableFuture.supplyAsync(
                        () -> {
                            PostgresAddress address = starter.postgres(image);
                            trace.at("server " + image + " is ready");
                            PostgresServer connected = PostgresServer.connect(address);
                            trace.at("grader is connected to " + image);
                            return connected;
                        },
                        background));
    }

    @Override
    public void close() {
        for (CompletableFuture<PostgresServer> server : started.values()) {
            if (server.isDone() && !server.isCompletedExceptionally()) {
                server.join().close();
            }
        }
        starter.close();
        background.shutdownNow();
    }
}
