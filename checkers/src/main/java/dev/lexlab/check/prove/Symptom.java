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
import dev.lexlab.check.shell.OpenTask;
import dev.lexlab.check.shell.Opening;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.text.Untrusted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Types the command that a message tells into the shell it names, as a learner would: with the fixture's files, where it must
 * show the symptom, and with the solution's, where it must not.
 */
final class Symptom {
    /** As in {@code ./lexlab shell}: the better shell where there is one. */
    private static final String BETTER_SHELL =
            "command -v bash >/dev/null 2>&1 && exec bash -c \"$0\" || exec sh -c \"$0\"";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Servers servers;
    private final Grader grader;

    Symptom(Servers servers, Grader grader) {
        this.servers = servers;
        this.grader = grader;
    }

    /** Each way in which the command does not do what is declared, as a line. */
    List<String> differences(Case of, Path solution, Reproduction told, Expectation expected)
            throws ProblemsFound, InterruptedException {
        String here = output(of, of.fixture().folder().orElseThrow(), told);
        String there = output(of, solution, told);
        return expected.shows().isPresent()
                ? differences("shows", expected.shows().get(), here, there)
                : differences("lacks", expected.lacks().orElseThrow(), there, here);
    }

    private static List<String> differences(String key, String text, String with, String without) {
        boolean isShows = key.equals("shows");
        if (!with.contains(text)) {
            return List.of("reproduce does not print '" + text + "' with " + (isShows ? "these files" : "the solution")
                    + ", but: " + Judgement.shown(Untrusted.of(with)));
        }
        if (without.contains(text)) {
            return List.of("reproduce prints '" + text + "' also with " + (isShows ? "the solution" : "these files"));
        }
        return List.of();
    }

    /** Both outputs side by side, for an author who is to choose from them. */
    String compared(Case of, Path solution, Reproduction told) throws ProblemsFound, InterruptedException {
        return "["
                + Judgement.shown(Untrusted.of(output(of, of.fixture().folder().orElseThrow(), told)))
                + "] and with the solution [" + Judgement.shown(Untrusted.of(output(of, solution, told))) + "]";
    }

    /** What it prints; or why there is nowhere to type it. */
    private String output(Case of, Path folder, Reproduction told) throws ProblemsFound, InterruptedException {
        Assignment assignment = new Assignment(of.lab(), of.task(), Intake.take(folder, of.task()), Opening.SEED);
        try (Opening opening = Opening.within(servers, grader, assignment)) {
            Optional<Door> door = OpenTask.door(opening.opened(), told.machine());
            Optional<RunningContainer> container = door.flatMap(opening::enter);
            if (container.isEmpty()) {
                return door.map(opening::lastWords).map(Untrusted::value).orElse("there is no such shell");
            }
            return run(container.get(), door.get(), told.command().value());
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
