package dev.lexlab.check.environment;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Servers in containers. The engine is asked for when somebody first needs it: its client is slow to come up. */
final class EngineStarter implements Starter {
    private final ServiceReader services;
    private final Map<String, String> environment;
    private final Trace trace;
    private @Nullable CompletableFuture<Engine> engine;

    EngineStarter(Course course, Map<String, String> environment, Trace trace) {
        this.services = new ServiceReader(course);
        this.environment = environment;
        this.trace = trace;
    }

    private synchronized CompletableFuture<Engine> connecting() {
        CompletableFuture<Engine> known = engine;
        if (known != null) {
            return known;
        }
        CompletableFuture<Engine> fresh = CompletableFuture.supplyAsync(this::connect);
        engine = fresh;
        return fresh;
    }

    private Engine connect() {
        try {
            Engine connected = Engine.connect(environment);
            trace.at("engine answers");
            return connected;
        } catch (EngineFailure e) {
            throw cannot(e);
        }
    }

    @Override
    public void require() {
        engine();
    }

    @Override
    public String description() {
        CompletableFuture<Engine> known = known();
        if (known == null || !known.isDone() || known.isCompletedExceptionally()) {
            return "";
        }
        return "container engine, interface " + known.join().apiVersion();
    }

    @Override
    public PostgresAddress postgres(String image) {
        try {
            ServiceDefinition service = services.read(image);
            ServiceDefinition.Account account = service.account()
                    .orElseThrow(() -> new CannotGrade(
                            "image '" + image + "' has no account for the grader",
                            "add 'account:' to its service.yml"));
            RunningServer server = engine().server(service);
            return new PostgresAddress(server.host(), server.port("postgres"), account.user(), server.password());
        } catch (EngineFailure e) {
            throw cannot(e);
        } catch (ProblemsFound e) {
            throw new CannotGrade(e.problems().get(0).toString(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGrade("the start of server '" + image + "' was interrupted", "check again");
        }
    }

    private Engine engine() {
        try {
            return connecting().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private static CannotGrade cannot(EngineFailure e) {
        return new CannotGrade(String.valueOf(e.getMessage()), e.remedy());
    }

    private synchronized @Nullable CompletableFuture<Engine> known() {
        return engine;
    }

    @Override
    public void close() {
        CompletableFuture<Engine> known = known();
        if (known != null) {
            known.thenAccept(Engine::close)
                    .exceptionally(neverConnected -> null)
                    .join();
        }
    }
}
