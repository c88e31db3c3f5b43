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

/**
 * Servers in containers. The engine is asked for at once and in the background, since its client is slow to come up; whoever
 * turns out not to need it never waits for it.
 */
final class EngineStarter implements Starter {
    private final ServiceReader services;
    private final Map<String, String> environment;
    private final Trace trace;
    private final CompletableFuture<Engine> engine;
    private volatile boolean isNeeded;

    EngineStarter(Course course, Map<String, String> environment, Trace trace) {
        this.services = new ServiceReader(course);
        this.environment = environment;
        this.trace = trace;
        this.engine = CompletableFuture.supplyAsync(this::connect);
    }

    private Engine connect() {
        try {
            Engine connected = Engine.connect(environment);
            trace.at("engine answers");
            return connected;
        } catch (EngineFailure e) {
            throw CannotGrade.because(e);
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
                : "";
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
}
