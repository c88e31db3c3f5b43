package dev.lexlab.check.run;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.environment.Environment;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.result.CheckResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The door: one for a process, for any number of gradings, also at the same time. */
public final class Grader implements AutoCloseable {
    private static final Namespace STORE = Namespace.create(CheckExtension.STORE);

    private final LauncherSession session;
    private final AtomicLong gradings = new AtomicLong();

    /** Prepares the platform; nothing is looked up on the class path, and only this list takes part. */
    public Grader() {
        this.session = LauncherFactory.openSession(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    }

    /** What each check that reported came to. The environment is of this grading alone, and left open. */
    public Checked grade(Assignment assignment, GraderClass graderClass, Environment environment, Progress progress) {
        return grade(assignment, graderClass, environment, progress, Map.of(), new Stop());
    }

    /**
     * The same for somebody who knows a part of it already.
     *
     * @param kept results that hold, by check: these are not found out again
     */
    public Checked grade(
            Assignment assignment,
            GraderClass graderClass,
            Environment environment,
            Progress progress,
            Map<String, CheckResult> kept,
            Stop stop) {
        Duration seconds = Duration.ofSeconds(assignment.task().seconds());
        String name = "grading " + gradings.incrementAndGet();
        try (CheckLimit limit = new CheckLimit(seconds, stop)) {
            Grading grading = new Grading(assignment, graderClass, environment, limit, progress, kept, stop);
            session.getStore().put(STORE, name, grading);
            session.getLauncher()
                    .execute(LauncherExecutionRequestBuilder.request(request(assignment, graderClass, name))
                            .listeners(new VerdictListener(grading))
                            .build());
            return grading.checked();
        } finally {
            session.getStore().remove(STORE, name);
        }
    }

    /**
     * Applies a submission as its checks would find it, and checks nothing.
     *
     * @throws Throwable what stands in the way: a {@code Finding} where it is the submission's
     */
    public void prepare(Assignment assignment, GraderClass graderClass, Environment environment) throws Throwable {
        Duration seconds = Duration.ofSeconds(assignment.task().seconds());
        Stop never = new Stop();
        try (CheckLimit limit = new CheckLimit(seconds, never)) {
            new Grading(assignment, graderClass, environment, limit, (number, of) -> {}, Map.of(), never)
                    .prepareAlone();
        }
    }

    private static LauncherDiscoveryRequest request(Assignment assignment, GraderClass graderClass, String name) {
        String ids =
                assignment.task().checks().stream().map(CheckDefinition::id).collect(joining(","));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(graderClass.type()))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter(
                        "junit.jupiter.extensions.autodetection.include", CheckExtension.class.getName())
                .configurationParameter("junit.jupiter.testmethod.order.default", CheckOrder.class.getName())
                .configurationParameter(CheckOrder.IDS, ids)
                .configurationParameter(CheckExtension.GRADING, name)
                .build();
    }

    @Override
    public void close() {
        session.close();
    }
}
