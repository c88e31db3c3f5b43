package dev.lexlab.check.mutate;

import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.mutate.Trial.Fate;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.prove.Crew;
import dev.lexlab.check.prove.Typing;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Graders;
import dev.lexlab.check.run.Memory;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where mutants are tried one after the other, on servers that no other bench uses. */
final class MutantBench implements Crew.Bench {
    private final Course course;
    private final Grader grader;
    private final Graders graders;
    private final Supplier<Servers> makeServers;
    private final Witness witness;
    private final Consumer<Throwable> errors;
    private final Path folder;
    private @Nullable Servers servers;

    MutantBench(
            Course course, Grader grader, Supplier<Servers> makeServers, Witness witness, Consumer<Throwable> errors)
            throws IOException {
        this.course = course;
        this.grader = grader;
        this.graders = new Graders(course);
        this.makeServers = makeServers;
        this.witness = witness;
        this.errors = errors;
        this.folder = Files.createTempDirectory("lexlab-mutant");
    }

    /** What breaks on our side is tried once more, on new servers. */
    Trial tryOut(Mutant mutant, Optional<Equivalent> declared, long seed) throws InterruptedException {
        Trial first = once(mutant, declared, seed);
        if (first.fate() != Fate.COULD_NOT) {
            return first;
        }
        renew();
        Trial second = once(mutant, declared, seed);
        if (second.fate() == Fate.COULD_NOT) {
            renew(); // whatever broke must not break the next one
        }
        return second;
    }

    private Trial once(Mutant mutant, Optional<Equivalent> declared, long seed) throws InterruptedException {
        try {
            Path files = write(mutant);
            Trial trial = grade(mutant, files, seed);
            return declared.isPresent() ? judged(trial, declared.get(), files) : trial;
        } catch (CannotGrade e) {
            return Trial.couldNot(mutant, e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
        } catch (ProblemsFound e) {
            return Trial.couldNot(
                    mutant,
                    e.problems().stream().map(Problem::toString).findFirst().orElse(""));
        } catch (IOException | RuntimeException e) {
            errors.accept(e);
            return Trial.couldNot(mutant, String.valueOf(e));
        }
    }

    private Path write(Mutant mutant) throws IOException {
        Path files = folder.resolve("files");
        Trees.delete(files);
        Trees.copy(mutant.of().fixture().folder().orElseThrow(), files, any -> true);
        Files.write(files.resolve(mutant.file()), mutant.broken().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private Trial grade(Mutant mutant, Path files, long seed) throws IOException, ProblemsFound {
        FirstNo progress = new FirstNo(errors);
        Assignment assignment = new Assignment(
                mutant.of().lab(),
                mutant.of().task(),
                Intake.take(files, mutant.of().task()),
                seed);
        List<CheckResult> checks = new GradingPipeline(course, grader, present(), progress)
                .grade(assignment, Memory.NONE, progress.stop(), Runnable::run)
                .graded()
                .grade()
                .checks();
        CheckResult decisive = progress.first()
                .or(() -> checks.stream()
                        .filter(check -> check.verdict() != Verdict.PASSED)
                        .findFirst())
                .orElse(null);
        if (decisive == null) {
            return Trial.of(mutant, Fate.SURVIVED, Optional.empty());
        }
        Optional<String> check = Optional.of(decisive.id());
        return switch (decisive.verdict()) {
            case INVALID -> Trial.of(mutant, Fate.STILLBORN, check);
            case ERROR ->
                Trial.couldNot(
                        mutant,
                        decisive.id() + ": "
                                + decisive.feedback().map(Feedback::summary).orElse("no word"));
            case PASSED, FAILED, TIMEOUT, BLOCKED -> Trial.of(mutant, Fate.CAUGHT, check);
        };
    }

    private Trial judged(Trial trial, Equivalent declared, Path files)
            throws ProblemsFound, IOException, InterruptedException {
        if (trial.fate() == Fate.SURVIVED) {
            List<Problem> faults = witness.faults(declared, trial.of(), files, new Typing(present(), graders, grader));
            return trial.with(faults.isEmpty() ? Fate.EQUIVALENT : Fate.SURVIVED, faults);
        }
        return trial.with(trial.fate(), faultsOfDead(trial, declared));
    }

    /** Of a declaration whose mutant does not get through. */
    static List<Problem> faultsOfDead(Trial trial, Equivalent declared) {
        String what = switch (trial.fate()) {
            case CAUGHT -> "check '" + trial.check().orElse("") + "' notices it";
            case STILLBORN -> "it cannot even be read, built or started";
            case EQUIVALENT, SURVIVED, COULD_NOT -> "";
        };
        return what.isEmpty()
                ? List.of()
                : List.of(new Problem(
                        declared.place(), "declared to change nothing, and " + what, "take the declaration out"));
    }

    private Servers present() {
        Servers known = servers;
        if (known == null) {
            known = makeServers.get();
            servers = known;
        }
        return known;
    }

    private void renew() {
        Servers known = servers;
        servers = null;
        if (known != null) {
            known.close();
        }
    }

    @Override
    public void close() {
        renew();
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            // a copy of a fixture among temporary files
        }
    }
}
