package dev.lexlab.check.run;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.CheckDefinition;
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

/** The JUnit Platform, opened once for a process. */
final class JUnitSession implements AutoCloseable {
    private static final Namespace STORE = Namespace.create(CheckExtension.STORE);

    private final LauncherSession session;
    private final AtomicLong gradings = new AtomicLong();

    /** Nothing is looked up on the class path, and only this list takes part. */
    JUnitSession() {
        this.session = LauncherFactory.openSession(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    }

    /** Runs the checks of a class, in the order of {@code lab.yml}. */
    void run(Class<?> grader, Grading grading) {
        String name = "grading " + gradings.incrementAndGet();
        try {
            session.getStore().put(STORE, name, grading);
            session.getLauncher()
                    .execute(LauncherExecutionRequestBuilder.request(request(grader, grading, name))
                            .listeners(new VerdictListener(grading))
                            .build());
        } finally {
            session.getStore().remove(STORE, name);
        }
    }

    private static LauncherDiscoveryRequest request(Class<?> grader, Grading grading, String name) {
        String ids = grading.checks().stream().map(CheckDefinition::id).collect(joining(","));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(grader))
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
