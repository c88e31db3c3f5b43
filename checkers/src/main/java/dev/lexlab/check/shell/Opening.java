package dev.lexlab.check.shell;

import dev.lexlab.check.author.Finding;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Opened;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.environment.Trace;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Graders;
import dev.lexlab.check.run.TaskGrader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The door: brings up what a check of a task would find, through the very same doors. All of it is gone when this is closed,
 * unless it was kept.
 */
public final class Opening implements AutoCloseable {
    /** Nothing here is a secret of a grading, and what somebody saw once they can see again. */
    public static final long SEED = 1;

    private final Servers servers;
    private final boolean ownsServers;
    private final Environment environment;
    private final Opened opened;
    private final Optional<Feedback> trouble;
    private boolean isKept;

    private Opening(
            Servers servers, boolean ownsServers, Environment environment, Opened opened, Optional<Feedback> trouble) {
        this.servers = servers;
        this.ownsServers = ownsServers;
        this.environment = environment;
        this.opened = opened;
        this.trouble = trouble;
    }

    /** Brings it up. A submission that cannot be applied is applied as far as it goes: somebody wants to see why. */
    public static Opening of(Course course, Assignment assignment, Map<String, String> variables, Trace trace)
            throws ProblemsFound, IOException {
        return of(Servers.asAvailable(course, variables, trace), course, assignment);
    }

    /** As above, and nothing but containers will do: for whoever wants to keep it. */
    public static Opening inContainers(Course course, Assignment assignment, Map<String, String> variables, Trace trace)
            throws ProblemsFound, IOException {
        return of(Servers.inContainers(course, variables, trace), course, assignment);
    }

    private static Opening of(Servers servers, Course course, Assignment assignment) throws ProblemsFound, IOException {
        try (Grader grader = new Grader()) {
            switch (servers.kind(assignment.task())) {
                case CONTAINERS -> servers.requireImages(assignment.lab().id(), assignment.task());
                case EMBEDDED -> {} // nothing has to be built for it
                case NONE -> servers.requireEngine();
            }
            servers.warm(assignment.task());
            return within(servers, true, new Graders(course), grader, assignment);
        } catch (ProblemsFound | IOException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** The same on servers that run already and go on afterwards. */
    public static Opening within(Servers servers, Graders graders, Grader grader, Assignment assignment)
            throws ProblemsFound, IOException {
        return within(servers, false, graders, grader, assignment);
    }

    private static Opening within(
            Servers servers, boolean ownsServers, Graders graders, Grader grader, Assignment assignment)
            throws ProblemsFound, IOException {
        TaskGrader taskGrader = graders.of(assignment.lab(), assignment.task());
        Environment environment =
                servers.environment(assignment.task(), assignment.submission().submission());
        try {
            Optional<Feedback> trouble = apply(grader, assignment, taskGrader, environment);
            Opened opened = environment.open(trouble.isEmpty());
            return new Opening(servers, ownsServers, environment, opened, trouble);
        } catch (RuntimeException e) {
            environment.close();
            throw e;
        }
    }

    private static Optional<Feedback> apply(
            Grader grader, Assignment assignment, TaskGrader taskGrader, Environment environment) {
        try {
            grader.prepare(assignment, taskGrader, environment);
            return Optional.empty();
        } catch (Throwable e) {
            if (e instanceof Finding finding) {
                return Optional.of(finding.feedback());
            }
            throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    public Opened opened() {
        return opened;
    }

    /** Why the submission could not be applied whole. */
    public Optional<Feedback> trouble() {
        return trouble;
    }

    /** What a way leads into; empty where it no longer runs. */
    public Optional<RunningContainer> enter(Door door) {
        return servers.container(door);
    }

    /** What the first process of one that no longer runs said in the end. */
    public Untrusted lastWords(Door door) {
        return servers.lastWords(door);
    }

    /** From now on it stays, whatever becomes of this process: what the engine knows it by. */
    public String keep() {
        isKept = true;
        return servers.keep();
    }

    @Override
    public void close() {
        if (!isKept) {
            environment.close();
        }
        if (ownsServers) {
            servers.close(); // closes its connections; what was kept is none of its business any more
        }
    }
}
