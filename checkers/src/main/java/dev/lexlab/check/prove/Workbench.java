package dev.lexlab.check.prove;

import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.prove.Fixture.Kind;
import dev.lexlab.check.prove.Outcome.State;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Graders;
import dev.lexlab.check.run.Progress;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where cases are proven one after the other, on servers that no other workbench uses. */
final class Workbench implements Crew.Bench {
    private final Course course;
    private final Grader grader;
    private final Function<EnvironmentKind, Servers> makeServers;
    private final Progress progress;
    private final Path nothing;
    private final Graders graders;
    private final Map<EnvironmentKind, Servers> servers = new EnumMap<>(EnvironmentKind.class);

    Workbench(Course course, Grader grader, Function<EnvironmentKind, Servers> makeServers, Progress progress)
            throws IOException {
        this.course = course;
        this.graders = new Graders(course);
        this.grader = grader;
        this.makeServers = makeServers;
        this.progress = progress;
        this.nothing = Files.createTempDirectory("nothing-handed-in");
    }

    /** All of it: verdicts, diagnosis, and that the command told shows the symptom. */
    Outcome prove(Case one, Optional<Path> solution, boolean isAgain, long seed) throws InterruptedException {
        return timed(one, () -> {
            Grade grade = grade(one, seed);
            List<String> remarks = new ArrayList<>(Judgement.differences(one.fixture(), grade));
            if (remarks.isEmpty() && isAgain && !Arrays.equals(bytes(grade), bytes(grade(one, seed)))) {
                remarks.add("graded again with the same seed, the grade has other bytes");
            }
            if (remarks.isEmpty() && solution.isPresent()) {
                remarks.addAll(symptom(one, solution.get(), grade));
            }
            return result(one, grade, remarks);
        });
    }

    /** Verdicts and diagnosis alone. */
    Outcome repeat(Case one, long seed) throws InterruptedException {
        return timed(one, () -> {
            Grade grade = grade(one, seed);
            return result(one, grade, Judgement.differences(one.fixture(), grade));
        });
    }

    private static Outcome result(Case one, Grade grade, List<String> remarks) {
        State state = Judgement.couldNot(grade) ? State.COULD_NOT : remarks.isEmpty() ? State.PROVEN : State.DIFFERS;
        return new Outcome(one, state, remarks, 0);
    }

    private Outcome timed(Case one, Work work) throws InterruptedException {
        long began = System.nanoTime();
        Outcome outcome;
        try {
            outcome = work.done();
        } catch (CannotGrade e) {
            String remedy = e.remedy().isEmpty() ? "" : "; " + e.remedy();
            outcome = new Outcome(one, State.COULD_NOT, List.of(e.getMessage() + remedy), 0);
        } catch (ProblemsFound e) {
            outcome = new Outcome(
                    one,
                    State.DIFFERS,
                    e.problems().stream().map(String::valueOf).toList(),
                    0);
        } catch (IOException | RuntimeException e) {
            progress.error(e);
            outcome = new Outcome(one, State.COULD_NOT, List.of(String.valueOf(e)), 0);
        }
        if (outcome.state() == State.COULD_NOT) {
            renew(); // whatever broke must not break the next one
        }
        return new Outcome(one, outcome.state(), outcome.remarks(), (System.nanoTime() - began) / 1_000_000);
    }

    private Grade grade(Case one, long seed) throws IOException, ProblemsFound {
        Path folder = one.fixture().folder().orElse(nothing);
        return new GradingPipeline(course, grader, servers(one), progress)
                .grade(one.lab(), one.task(), folder, seed)
                .grade();
    }

    private List<String> symptom(Case one, Path solution, Grade grade)
            throws ProblemsFound, IOException, InterruptedException {
        Optional<Reproduction> told =
                Judgement.firstToFix(grade).flatMap(CheckResult::feedback).flatMap(Feedback::reproduce);
        Optional<Expectation> expected = one.fixture().expectation();
        if (one.fixture().kind() != Kind.WRONG || expected.isEmpty()) {
            return List.of();
        }
        if (told.isEmpty()) {
            return expected.get().saysWhatIsShown()
                    ? List.of("declares what reproduce shows, but the message tells no such command")
                    : List.of();
        }
        Symptom symptom = new Symptom(servers(one), graders, grader);
        if (!expected.get().saysWhatIsShown()) {
            return List.of("does not declare what reproduce shows; say 'shows: …' or 'lacks: …'. It prints: "
                    + symptom.compared(one, solution, told.get()));
        }
        return symptom.differences(one, solution, told.get(), expected.get());
    }

    private static byte[] bytes(Grade grade) {
        return ResultJson.grade(grade);
    }

    private Servers servers(Case one) {
        return servers.computeIfAbsent(one.on(), makeServers);
    }

    private void renew() {
        List<Servers> present = List.copyOf(servers.values());
        servers.clear();
        present.forEach(Servers::close);
    }

    @Override
    public void close() {
        renew();
        try {
            Trees.delete(nothing);
        } catch (IOException e) {
            // an empty folder among temporary files
        }
    }

    private interface Work {
        Outcome done() throws IOException, ProblemsFound, InterruptedException;
    }
}
