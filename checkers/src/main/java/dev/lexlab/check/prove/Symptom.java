package dev.lexlab.check.prove;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Graders;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Types the command that a message tells into the shell it names, as a learner would: with the fixture's files, where it must
 * show the symptom, and with the solution's, where it must not.
 */
final class Symptom {
    private final Typing typing;

    Symptom(Servers servers, Graders graders, Grader grader) {
        this.typing = new Typing(servers, graders, grader);
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

    private String output(Case of, Path folder, Reproduction told, Predicate<String> isEnough)
            throws ProblemsFound, IOException, InterruptedException {
        return typing.output(
                        of.lab(),
                        of.task(),
                        folder,
                        told.machine(),
                        told.command().value(),
                        seen -> isEnough.test(seen.text()))
                .text();
    }
}
