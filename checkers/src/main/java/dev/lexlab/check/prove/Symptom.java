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
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Types the command that a message tells into the shell it names, as a learner would: with the fixture's files, where it must
 * show the symptom, and with the solution's, where it must not.
 */
final class Symptom {
    /** As in {@code ./lexlab shell}: the better shell where there is one. */
    private static final String BETTER_SHELL =
            "command -v bash >/dev/null 2>&1 && exec bash -c \"$0\" || exec sh -c \"$0\"";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Servers servers;
    private final Graders graders;
    private final Grader grader;

    Symptom(Servers servers, Graders graders, Grader grader) {
        this.servers = servers;
        this.graders = graders;
        this.grader = grader;
    }

    /** Each way in which the command does not do what is declared, as a line. */
    List<String> differences(Case of, Path solution, Reproduction told, Expectation expected)
            throws ProblemsFound, IOException, InterruptedException {
        boolean isShown = expected.shows().isPresent();
        Shown text = expected.shows().or(expected::lacks).orElseThrow();
        List<String> lines = new ArrayList<>();
        Path here = of.fixture().folder().orElseThrow();
        told(of, here, told, text, isShown).ifPresent(seen -> lines.add(line("these files", isShown, text, seen)));
        told(of, solution, told, text, !isShown)
                .ifPresent(seen -> lines.add(line("the solution", !isShown, text, seen)));
        return lines;
    }

    private static String line(String whose, boolean isWanted, Shown text, String seen) {
        return "with " + whose + " reproduce " + (isWanted ? "does not print" : "prints") + " '" + text.declared()
                + "', but: " + Judgement.shown(Untrusted.of(seen));
    }

    /** What it prints, where that is not as wanted. */
    private Optional<String> told(Case of, Path folder, Reproduction told, Shown text, boolean isWanted)
            throws ProblemsFound, IOException, InterruptedException {
        String output = output(of, folder, told, seen -> text.isIn(seen) == isWanted);
        return text.isIn(output) == isWanted ? Optional.empty() : Optional.of(output);
    }

    /** Both outputs side by side, for an author who is to choose from them. */
    String compared(Case of, Path solution, Reproduction told) throws ProblemsFound, IOException, InterruptedException {
        return "["
                + Judgement.shown(Untrusted.of(output(of, of.fixture().folder().orElseThrow(), told, any -> true)))
                + "] and with the solution [" + Judgement.shown(Untrusted.of(output(of, solution, told, any -> true)))
                + "]";
    }

    /** What it prints; or why there is nowhere to type it. */
    private String output(Case of, Path folder, Reproduction told, Predicate<String> isEnough)
            throws ProblemsFound, IOException, InterruptedException {
        Assignment assignment = new Assignment(of.lab(), of.task(), Intake.take(folder, of.task()), Opening.SEED);
        try (Opening opening = Opening.within(servers, graders, grader, assignment)) {
            Optional<Door> door = OpenTask.door(opening.opened(), told.machine());
            Optional<RunningContainer> container = door.flatMap(opening::enter);
            if (container.isEmpty()) {
                return door.map(opening::lastWords).map(Untrusted::value).orElse("there is no such shell");
            }
            String command = told.command().value();
            String output = run(container.get(), door.get(), command);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isEnough.test(output) && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                output = run(container.get(), door.get(), command);
            }
            return output;
        } catch (ServerFailed e) {
            throw CannotGrade.because(e);
        }
    }

    private static String run(RunningContainer container, Door door, String command)
            throws ServerFailed, InterruptedException {
        Exec exec = new Exec(List.of("sh", "-c", BETTER_SHELL, command), door.variables(), new byte[0], door.folder());
        ExecResult result = container.exec(PATIENCE, exec);
        return result.out().value()
                + result.err().value()
                + (result.inTime() ? "" : "\n(no end within " + PATIENCE.toSeconds() + " s)");
    }
}
