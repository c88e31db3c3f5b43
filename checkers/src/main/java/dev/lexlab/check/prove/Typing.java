package dev.lexlab.check.prove;

import dev.lexlab.check.engine.Exec;
import dev.lexlab.check.engine.ExecResult;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.ServerFailed;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Graders;
import dev.lexlab.check.shell.OpenTask;
import dev.lexlab.check.shell.Opening;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Types a command into a shell of a task with somebody's files applied, as {@code ./lexlab shell} does. */
public final class Typing {
    /** As in {@code ./lexlab shell}: the better shell where there is one. */
    private static final String BETTER_SHELL =
            "command -v bash >/dev/null 2>&1 && exec bash -c \"$0\" || exec sh -c \"$0\"";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Servers servers;
    private final Graders graders;
    private final Grader grader;

    public Typing(Servers servers, Graders graders, Grader grader) {
        this.servers = servers;
        this.graders = graders;
        this.grader = grader;
    }

    /**
     * What it prints; or why there is nowhere to type it.
     *
     * @param folder the files that are applied
     * @param machine empty for the one that a shell opens by itself
     * @param isEnough of what is not, there is another look for a while: the learner's own programs need a moment to start
     */
    public Typed output(
            LabDefinition lab,
            TaskDefinition task,
            Path folder,
            String machine,
            String command,
            Predicate<Typed> isEnough)
            throws ProblemsFound, IOException, InterruptedException {
        Assignment assignment = new Assignment(lab, task, Intake.take(folder, task), Opening.SEED);
        try (Opening opening = Opening.within(servers, graders, grader, assignment)) {
            Optional<Door> door = OpenTask.door(opening.opened(), machine);
            Optional<RunningContainer> container = door.flatMap(opening::enter);
            if (container.isEmpty()) {
                return new Typed(
                        door.map(opening::lastWords).map(Untrusted::value).orElse("there is no such shell"), false);
            }
            Typed typed = run(container.get(), door.get(), command);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isEnough.test(typed) && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                typed = run(container.get(), door.get(), command);
            }
            return typed;
        } catch (ServerFailed e) {
            throw CannotGrade.because(e);
        }
    }

    private static Typed run(RunningContainer container, Door door, String command)
            throws ServerFailed, InterruptedException {
        Exec exec = new Exec(List.of("sh", "-c", BETTER_SHELL, command), door.variables(), new byte[0], door.folder());
        ExecResult result = container.exec(PATIENCE, exec);
        return new Typed(
                result.out().value()
                        + result.err().value()
                        + (result.inTime() ? "" : "\n(no end within " + PATIENCE.toSeconds() + " s)"),
                result.succeeded());
    }

    /**
     * What a command answered.
     *
     * @param text both of its outputs
     * @param succeeded whether it ended with 0
     */
    public record Typed(String text, boolean succeeded) {}
}
