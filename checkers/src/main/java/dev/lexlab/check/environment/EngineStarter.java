package dev.lexlab.check.environment;

import dev.lexlab.check.embedded.EmbeddedFailure;
import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.embedded.Settings;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.EngineUnavailable;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Servers in containers, and PostgreSQL outside of them where that will do. The engine is asked for at once and in the
 * background, since its client is slow to come up; whoever turns out not to need it never waits for it.
 */
final class EngineStarter implements Starter {
    /** Of an image of PostgreSQL. */
    private static final String SETTINGS = "postgresql.conf";

    private final ServiceReader services;
    private final Map<String, String> environment;
    private final Connector connector;
    private final Trace trace;
    private final CompletableFuture<Engine> engine;
    private final boolean mustBe;
    private final Set<String> versions = new ConcurrentSkipListSet<>();
    private volatile Optional<CannotGrade> missing = Optional.empty();
    private volatile boolean isNeeded;

    /**
     * Begins to look for the engine.
     *
     * @param mustBe whether nothing may take its place
     */
    EngineStarter(Course course, Map<String, String> environment, boolean mustBe, Trace trace) {
        this(course, environment, mustBe, trace, Engine::connect);
    }

    /** With another way to the engine, for tests. */
    EngineStarter(Course course, Map<String, String> environment, boolean mustBe, Trace trace, Connector connector) {
        this.connector = connector;
        this.mustBe = mustBe;
        this.services = new ServiceReader(course);
        this.environment = environment;
        this.trace = trace;
        this.engine = CompletableFuture.supplyAsync(this::connect);
    }

    private Engine connect() {
        try {
            Engine connected = connector.connect(environment);
            connected.whenLookedAt(trace::held);
            trace.at("engine answers");
            return connected;
        } catch (EngineUnavailable e) {
            CannotGrade failure = CannotGrade.because(e);
            missing = !mustBe && e.canBeReplaced() ? Optional.of(failure) : Optional.empty();
            throw failure;
        }
    }

    @Override
    public Optional<CannotGrade> missing() {
        engine.handle((connected, failure) -> connected).join();
        return missing;
    }

    @Override
    public EmbeddedPostgres embedded(String image) {
        ServiceDefinition definition = definition(image);
        ServiceDefinition.Account account = PostgresAddress.account(definition);
        Path settings = definition.folder().resolve(SETTINGS);
        try {
            String configuration = Files.isRegularFile(settings) ? Files.readString(settings) : "";
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(environment, new Settings(configuration, account.user()), trace::at);
            versions.add("embedded PostgreSQL " + server.version());
            return server;
        } catch (EmbeddedFailure e) {
            throw CannotGrade.because(e);
        } catch (IOException e) {
            throw new CannotGrade(settings + " cannot be read: " + e.getMessage(), "save it as UTF-8");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGrade("the start of server '" + image + "' was interrupted", "check again");
        }
    }

    @Override
    public Engine engine() {
        isNeeded = true;
        try {
            return engine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    @Override
    public String description() {
        return isNeeded && engine.isDone() && !engine.isCompletedExceptionally()
                ? "container engine, interface " + engine.join().apiVersion()
                : String.join(", ", versions);
    }

    @Override
    public ServiceDefinition definition(String image) {
        try {
            return services.read(image);
        } catch (ProblemsFound e) {
            throw new CannotGrade(e.problems().get(0).toString(), "");
        }
    }

    @Override
    public RunningServer start(String image) {
        try {
            return engine().server(definition(image));
        } catch (EngineFailure e) {
            throw CannotGrade.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGrade("the start of server '" + image + "' was interrupted", "check again");
        }
    }

    @Override
    public void close() {
        CompletableFuture<@Nullable Void> closed =
                engine.thenAccept(Engine::close).exceptionally(neverConnected -> null);
        if (isNeeded) {
            closed.join();
        }
    }

    /** The way to the engine that an environment names. */
    interface Connector {
        Engine connect(Map<String, String> environment) throws EngineUnavailable;
    }
}
