package dev.lexlab.check.prove;

import dev.lexlab.check.prove.Fixture.Kind;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fixture declares against what it got. */
final class Judgement {
    private static final int MOST_CHARACTERS = 700;

    private Judgement() {}

    /** Each difference as a line; empty where it is as declared. */
    static List<String> differences(Fixture fixture, Grade grade) {
        List<String> lines = new ArrayList<>();
        for (CheckResult check : grade.checks()) {
            String declared = declared(fixture, check);
            if (!declared.equals(check.verdict().name()) && !isFittingNothing(fixture, check)) {
                lines.add(check.id() + ": declared " + declared + ", was " + check.verdict() + said(check));
            }
        }
        if (fixture.kind() == Kind.NOTHING
                && grade.checks().stream().noneMatch(check -> check.verdict() == Verdict.INVALID)) {
            lines.add("no check says that a file is missing");
        }
        recognised(fixture, grade).ifPresent(lines::add);
        told(fixture, grade).ifPresent(lines::add);
        return lines;
    }

    /** The first check with something to fix, which is all a learner is shown in full. */
    static Optional<CheckResult> firstToFix(Grade grade) {
        return grade.checks().stream()
                .filter(check -> check.verdict() != Verdict.PASSED)
                .findFirst();
    }

    static boolean couldNot(Grade grade) {
        return grade.checks().stream().anyMatch(check -> check.verdict() == Verdict.ERROR);
    }

    private static String declared(Fixture fixture, CheckResult check) {
        Map<String, Verdict> verdicts =
                fixture.expectation().map(Expectation::verdicts).orElse(Map.of());
        Verdict otherwise = fixture.kind() == Kind.NOTHING ? Verdict.INVALID : Verdict.PASSED;
        return verdicts.getOrDefault(check.id(), otherwise).name();
    }

    private static boolean isFittingNothing(Fixture fixture, CheckResult check) {
        return fixture.kind() == Kind.NOTHING && check.verdict() == Verdict.BLOCKED;
    }

    private static Optional<String> recognised(Fixture fixture, Grade grade) {
        if (fixture.kind() == Kind.NOTHING) {
            return Optional.empty();
        }
        Optional<String> declared = fixture.expectation().flatMap(Expectation::diagnosis);
        Optional<String> seen = firstToFix(grade)
                .flatMap(CheckResult::feedback)
                .flatMap(Feedback::diagnosis)
                .map(Feedback.Diagnosis::id);
        return declared.equals(seen)
                ? Optional.empty()
                : Optional.of("diagnosis: declared " + declared.orElse("none") + ", was " + seen.orElse("none"));
    }

    private static Optional<String> told(Fixture fixture, Grade grade) {
        Optional<String> declared = fixture.expectation().flatMap(Expectation::says);
        String told = firstToFix(grade)
                .flatMap(CheckResult::feedback)
                .map(feedback -> feedback.summary() + "\n"
                        + feedback.seen().map(Untrusted::value).orElse(""))
                .orElse("");
        return declared.filter(words -> !told.contains(words))
                .map(words -> "says: declared '" + words + "', was '" + shown(Untrusted.of(told)) + "'");
    }

    private static String said(CheckResult check) {
        StringBuilder said = new StringBuilder();
        check.feedback().ifPresent(feedback -> {
            said.append(" (").append(Sink.TERMINAL.encode(feedback.summary()));
            feedback.seen().ifPresent(seen -> said.append("; seen: ").append(shown(seen)));
            said.append(")");
        });
        return said.toString();
    }

    static String shown(Untrusted text) {
        return Sink.TERMINAL.encode(text, MOST_CHARACTERS).strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
    }
}
