package dev.lexlab.check.prove;

import dev.lexlab.check.prove.Fixture.Kind;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.DiagnosisDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must be so before a fixture runs: nothing of a task is left unproven, and what is declared can be meant. */
final class AuthoringRules {
    private static final int FEWEST_WRONG = 3;
    /** What a check says itself; BLOCKED is only what another one said. */
    private static final Set<Verdict> OWN_NO = Set.of(Verdict.FAILED, Verdict.INVALID, Verdict.TIMEOUT);

    private final Course course;
    private final Problems problems;

    AuthoringRules(Course course, Problems problems) {
        this.course = course;
        this.problems = problems;
    }

    void judge(TaskDefinition task, List<Fixture> fixtures) {
        demandEnough(task, fixtures);
        fixtures.stream()
                .filter(fixture -> fixture.kind() == Kind.WRONG || fixture.kind() == Kind.HOSTILE)
                .forEach(this::refuseHarmless);
        fixtures.stream().filter(fixture -> fixture.kind() == Kind.HOSTILE).forEach(this::demandWords);
        fixtures.stream()
                .filter(fixture -> fixture.kind() == Kind.STARTER)
                .forEach(fixture -> fixture.expectation().ifPresent(expected -> judgeStarter(task, expected)));
        refuseUnprovenChecks(task, fixtures);
        refuseUnprovenDiagnoses(task, fixtures);
        refuseEqualHints(task);
        new GuideRules(course, problems).judge(task);
    }

    private void demandEnough(TaskDefinition task, List<Fixture> fixtures) {
        Map<Kind, Long> counts = fixtures.stream().collect(Collectors.groupingBy(Fixture::kind, Collectors.counting()));
        if (!counts.containsKey(Kind.SOLUTION)) {
            problems.add(task.place(), "task '" + task.id() + "' has no solution", "add the fixture solution/");
        }
        if (!counts.containsKey(Kind.ALTERNATIVE)) {
            problems.add(
                    task.place(),
                    "task '" + task.id() + "' has no alternative",
                    "add alternative-<idea>/: a solution that goes another way, so that no check judges the way");
        }
        long wrong = counts.getOrDefault(Kind.WRONG, 0L);
        if (wrong < FEWEST_WRONG) {
            problems.add(
                    task.place(),
                    "task '" + task.id() + "' has " + wrong + " wrong solutions, the fewest are " + FEWEST_WRONG,
                    "add wrong-<idea>/ for mistakes that learners make");
        }
    }

    private void refuseHarmless(Fixture fixture) {
        fixture.expectation().ifPresent(expected -> {
            if (!expected.verdicts().isEmpty()
                    && expected.verdicts().values().stream().noneMatch(OWN_NO::contains)) {
                problems.add(expected.place(), "no check fails on a wrong solution", "declare what it does wrong");
            }
            if (expected.verdicts().containsValue(Verdict.ERROR)) {
                problems.add(
                        expected.place(),
                        "a solution cannot be declared to be ERROR",
                        "ERROR is never about a submission");
            }
        });
    }

    private void demandWords(Fixture fixture) {
        fixture.expectation()
                .filter(expected -> expected.says().isEmpty())
                .ifPresent(expected -> problems.add(
                        expected.place(),
                        "it is not declared what a hostile solution is told",
                        "add 'says: …', the words that name what it ran into"));
    }

    private void judgeStarter(TaskDefinition task, Expectation expected) {
        Map<String, Verdict> verdicts = expected.verdicts();
        if (!verdicts.containsValue(Verdict.FAILED) && expected.because().isEmpty()) {
            problems.add(expected.place(), "the starter fails nothing", "a learner would begin with nothing to do");
        }
        if (verdicts.containsValue(Verdict.INVALID) && expected.because().isEmpty()) {
            problems.add(
                    expected.place(),
                    "the starter cannot be read",
                    "let it be read and fail, or say why it must be so: 'because: …'");
        }
        if (verdicts.containsValue(Verdict.ERROR)) {
            problems.add(
                    expected.place(), "a starter cannot be declared to be ERROR", "ERROR is never about a submission");
        }
        int points = task.checks().stream()
                .filter(check -> verdicts.get(check.id()) == Verdict.PASSED)
                .mapToInt(CheckDefinition::points)
                .sum();
        if (points * 3 > task.points()) {
            problems.add(
                    expected.place(),
                    "the starter has " + points + " of " + task.points() + " points, more than a third",
                    "give it less, or give what it lacks more points");
        }
    }

    /** A check that nothing known fails may pass whatever is handed in. */
    private void refuseUnprovenChecks(TaskDefinition task, List<Fixture> fixtures) {
        for (CheckDefinition check : task.checks()) {
            boolean fails = fixtures.stream()
                    .filter(fixture -> fixture.kind() == Kind.WRONG)
                    .flatMap(fixture -> fixture.expectation().stream())
                    .anyMatch(
                            expected -> Optional.ofNullable(expected.verdicts().get(check.id()))
                                    .filter(OWN_NO::contains)
                                    .isPresent());
            if (!fails) {
                problems.add(
                        task.place(),
                        "no wrong solution fails check '" + check.id() + "'",
                        "it may pass whatever is handed in: add a wrong-<idea>/ that it catches");
            }
        }
    }

    private void refuseUnprovenDiagnoses(TaskDefinition task, List<Fixture> fixtures) {
        Set<String> exercised = fixtures.stream()
                .flatMap(fixture -> fixture.expectation().stream())
                .flatMap(expected -> expected.diagnosis().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (DiagnosisDefinition diagnosis : task.diagnoses()) {
            if (!exercised.contains(diagnosis.id())) {
                problems.add(
                        task.place(),
                        "no fixture triggers diagnosis '" + diagnosis.id() + "'",
                        "add a wrong-<idea>/ that does, or take it out");
            }
        }
    }

    private void refuseEqualHints(TaskDefinition task) {
        if (Set.copyOf(task.hints()).size() < task.hints().size()) {
            Place place = task.place();
            problems.add(place, "two hints of task '" + task.id() + "' are equal", "each rung of the ladder says more");
        }
    }
}
