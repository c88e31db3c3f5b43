package dev.lexlab.check.declared;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.lab.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * The steps of one check, run once.
 *
 * @param mainMachine where a learner's shell opens by itself
 * @param programs files of the submission that steps start
 */
record StepRun(
        Submission work, Map<String, String> drawn, Around around, String mainMachine, List<LearnersProgram> programs) {
    private static final int CANNOT_BE_RUN = 126;
    private static final int NOT_FOUND = 127;

    void all(List<Step> steps) {
        programs.forEach(LearnersProgram::refuseWithoutInterpreter);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Ran ran = look(step);
            if (step.isLearners()) {
                programs.forEach(program -> program.refuseWhatIsNoProgram(ran));
            } else {
                refuseOurOwnFault(step, ran);
            }
            if (!step.expect().isMetBy(ran, drawn)) {
                tell(step, ran, steps.subList(0, i + 1));
            }
        }
    }

    private Ran look(Step step) {
        return Eventually.look(
                step.within(),
                () -> step.action().perform(around, step.on(), work, drawn),
                ran -> step.expect().isMetBy(ran, drawn) || isMissing(step, ran));
    }

    /** A program of ours that is not there will not come. */
    private static boolean isMissing(Step step, Ran ran) {
        return !step.isLearners() && (ran.exitCode() == NOT_FOUND || ran.exitCode() == CANNOT_BE_RUN);
    }

    private void refuseOurOwnFault(Step step, Ran ran) {
        boolean isArranging = step.otherwise().isEmpty();
        if (isMissing(step, ran) || (isArranging && !step.expect().isMetBy(ran, drawn))) {
            throw new CannotGrade(
                    "the step at " + step.place() + " did not work on '" + step.on() + "': " + ran.inWords(),
                    "whoever wrote the checks must mend it");
        }
    }

    /** Throws what the learner is told. */
    private void tell(Step step, Ran ran, List<Step> soFar) {
        Otherwise told = step.otherwise().stream()
                .filter(one -> one.when().map(when -> when.isMetBy(ran, drawn)).orElse(true))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is said for the step at " + step.place()));
        String typed = step.action().typed(drawn);
        if (told.invalid().isPresent()) {
            Invalid invalid = Invalid.at(
                            place(told, ran),
                            told.summary()
                                    .map(words -> words.fill(drawn))
                                    .orElse(told.invalid().get() + " cannot be used"))
                    .seen(ran.inWords());
            told.next().ifPresent(next -> invalid.next(next.fill(drawn)));
            throw invalid;
        }
        Failure failure = Failure.of(told.summary()
                        .map(words -> words.fill(drawn))
                        .orElse(summary(step, ran, typed.isEmpty() ? ran.command() : typed)))
                .expected(told.expected()
                                .map(words -> words.fill(drawn))
                                .orElse(step.expect().inWords(drawn))
                        + (step.within().isZero() ? "" : ", within " + inWords(step)))
                .seen(seen(step, ran));
        told.next().ifPresent(next -> failure.next(next.fill(drawn)));
        told.diagnosis().ifPresent(failure::diagnose);
        told.term().ifPresent(failure::read);
        String command = reproduction(step, soFar);
        if (!command.isEmpty()) {
            failure.reproduceOn(step.on().equals(mainMachine) ? "" : step.on(), command);
        }
        throw failure;
    }

    private static String summary(Step step, Ran ran, String typed) {
        return step.expect().exit().isMetBy(ran.exitCode())
                ? "what " + typed + " says is not what it should be"
                : typed + " ends with exit code " + ran.exitCode();
    }

    private static String inWords(Step step) {
        long milliseconds = step.within().toMillis();
        return milliseconds % 1000 == 0 ? milliseconds / 1000 + " s" : milliseconds + " ms";
    }

    private static String seen(Step step, Ran ran) {
        if (!step.expect().looksAtOutput() || !step.expect().exit().isMetBy(ran.exitCode())) {
            return ran.inWords();
        }
        return ran.out().isBlank() ? "no output" : ran.out();
    }

    /**
     * Those of the steps up to this one that happened on the same machine: they made what it found. What was broken from
     * outside, nobody can break from a shell.
     */
    private String reproduction(Step step, List<Step> soFar) {
        if (soFar.stream().anyMatch(one -> one.action() instanceof Disturbance)) {
            return "";
        }
        return soFar.stream()
                .filter(one -> one.on().equals(step.on()))
                .map(one -> one.action().typed(drawn))
                .filter(typed -> !typed.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static Place place(Otherwise told, Ran ran) {
        String file = told.invalid().orElseThrow();
        if (told.line().isEmpty()) {
            return Place.of(file);
        }
        Matcher line = told.line().get().matcher(ran.out() + "\n" + ran.err());
        boolean isFound = line.find() && line.group(1) != null && line.group(1).matches("[0-9]{1,6}");
        return isFound ? Place.of(file, Integer.parseInt(line.group(1))) : Place.of(file);
    }
}
