package dev.lexlab.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.TestLab;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalReportTest {
    /** A learner's folders of the lab, as messages name them. */
    private static final String WORK = "labs/demo/" + "work" + "/";

    private static final TaskDefinition TASK = TestLab.task(TerminalReportTest.class, TestLab.check("a"));
    private static final Feedback WHOLE = new Feedback(
            "two bookings of room amber overlap",
            Optional.of(Untrusted.of("the second one refused with 23P01")),
            Optional.of(Untrusted.of("accepted")),
            Optional.of(new Place("schema.sql", 12, 3)),
            Optional.of("Use EXCLUDE."),
            Optional.of("constraint"),
            Optional.of(new Feedback.Diagnosis("no-rule", "There is no rule against this.")),
            Optional.of(new Feedback.Reproduction("", Untrusted.of("psql -c \"SELECT 1\""))));

    private static final Feedback LACKING = new Feedback(
            "no engine is there",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("./lexlab setup demo"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void showsALineForEachCheckAndTheFirstThingToFixInFull() {
        String said = told(grade(
                result("loads", Verdict.PASSED, Optional.empty(), ""),
                result("overlaps", Verdict.FAILED, Optional.of(WHOLE), ""),
                result("later", Verdict.BLOCKED, Optional.of(Feedback.of("not tried")), "overlaps"),
                result("other", Verdict.FAILED, Optional.of(Feedback.of("something else")), "")));

        assertThat(said).isEqualTo("""

                A first task   demo/first, seed 42

                  ✔ 2/2   It is so: loads
                  ✘ 0/2   It is so: overlaps
                  · 0/2   It is so: later  (after 'overlaps')
                  ✘ 0/2   It is so: other

                First to fix  two bookings of room amber overlap
                  where      WORK/first/schema.sql:12:3
                  expected   the second one refused with 23P01
                  seen       accepted
                  likely     There is no rule against this.
                  next       Use EXCLUDE.
                  read       ./lexlab term constraint
                  reproduce  psql -c "SELECT 1"
                             in ./lexlab shell demo/first

                not yet: 1 of 4
                """.replace("WORK/", WORK));
    }

    @Test
    void saysThatAllPassed() {
        assertThat(told(grade(result("loads", Verdict.PASSED, Optional.empty(), ""))))
                .isEqualTo("""

                A first task   demo/first, seed 42

                  ✔ 2/2   It is so: loads

                passed: 1 of 1
                """);
    }

    @Test
    void blamesNobodyForAnError() {
        Feedback gone = new Feedback(
                "the database server went away",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("check again"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(told(grade(
                        result("loads", Verdict.PASSED, Optional.empty(), ""),
                        result("holds", Verdict.ERROR, Optional.of(gone), ""))))
                .isEqualTo("""

                        A first task   demo/first, seed 42

                          ✔ 2/2   It is so: loads
                          ? ?/2   It is so: holds  (could not be graded)

                        What went wrong  the database server went away
                          next       check again

                        could not grade: the database server went away; check again
                        """);
    }

    @Test
    void whatTheMachineLacksIsSaidOnce() {
        assertThat(told(none(
                        result("loads", Verdict.ERROR, Optional.of(LACKING), ""),
                        result("holds", Verdict.ERROR, Optional.of(LACKING), ""))))
                .isEqualTo("""

                        A first task   demo/first, seed 42

                          ? ?/2   It is so: loads  (could not be graded)
                          ? ?/2   It is so: holds  (could not be graded)

                        could not grade: no engine is there; ./lexlab setup demo
                        """);
    }

    @Test
    void theLearnersPartIsToFixThoughTheMachineLacksSomething() {
        assertThat(told(none(
                        result("loads", Verdict.ERROR, Optional.of(LACKING), ""),
                        result("holds", Verdict.FAILED, Optional.of(Feedback.of("it does not hold")), ""))))
                .contains("First to fix  it does not hold\n")
                .endsWith("could not grade: no engine is there; ./lexlab setup demo\n");
    }

    @Test
    void everyReasonThatIsDifferentHasItsLine() {
        Grade one = grade(result("loads", Verdict.ERROR, Optional.of(Feedback.of("the disk is full")), ""));
        Grade other = none(result("loads", Verdict.ERROR, Optional.of(LACKING), ""));
        TestConsole console = new TestConsole(false);

        new TerminalReport(console.console()).sum(List.of(one, other, one));

        assertThat(console.said().lines())
                .containsExactly(
                        "could not grade: the disk is full",
                        "could not grade: no engine is there; ./lexlab setup demo");
    }

    @Test
    void namesWhatATimeoutWaitedFor() {
        Feedback waited = new Feedback(
                "no end within the limit",
                Optional.of(Untrusted.of("an answer to COMMIT")),
                Optional.of(Untrusted.of("active, waiting for lock transactionid")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(told(grade(result("holds", Verdict.TIMEOUT, Optional.of(waited), ""))))
                .contains("  ✘ 0/2   It is so: holds  (no end in sight)\n")
                .contains("  waited for an answer to COMMIT\n")
                .contains("  last seen  active, waiting for lock transactionid\n");
    }

    @Test
    void showsLongAndHostileTextShortAndHarmless() {
        Feedback hostile = new Feedback(
                "odd\u001b]0;title\u0007",
                Optional.empty(),
                Optional.of(Untrusted.of("one\ntwo\u001b[2J\nthree\nfour\n" + "x".repeat(5000))),
                Optional.of(new Place("schema\u202e.sql", 1, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        String said = told(grade(result("holds", Verdict.FAILED, Optional.of(hostile), "")));

        assertThat(said)
                .doesNotContain("\u001b", "\u0007", "\u202e")
                .contains("First to fix  odd␛]0;title␇\n")
                .contains("  seen       one\n             two␛[2J\n             three … (5 lines in all)\n");
        assertThat(said.lines().count()).isLessThan(20);
    }

    @Test
    void marksWhatItShortensAndSaysWhereAllOfItIs() {
        Feedback wide = new Feedback(
                "s".repeat(400),
                Optional.of(Untrusted.of("e".repeat(400))),
                Optional.of(Untrusted.of("l".repeat(301) + "\nshort")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Feedback.Reproduction("", Untrusted.of("c".repeat(4001)))));
        Grade grade = grade(result("holds", Verdict.FAILED, Optional.of(wide), ""));

        assertThat(told(grade, Sink.TERMINAL, Optional.empty()))
                .contains("First to fix  " + "s".repeat(300) + "… (400 characters in all)\n")
                .contains("  expected   " + "e".repeat(300) + " … (400 characters in all)\n")
                .contains("  seen       " + "l".repeat(300) + " …\n             short … (307 characters in all)\n")
                .contains("  reproduce  a command of 4001 characters, too long to show here\n")
                .endsWith("""

                        something is shortened here; --json FILE or --html FILE writes all of it
                        not yet: 0 of 1
                        """);
        assertThat(told(grade, Sink.TERMINAL, Optional.of(".lexlab/results/demo/first/report.html")))
                .endsWith("\n\nthe whole report: .lexlab/results/demo/first/report.html\nnot yet: 0 of 1\n");
    }

    @Test
    void namesNoReportWhereAllPassedAndNoFileWhereNothingIsShortened() {
        Grade passed = grade(result("loads", Verdict.PASSED, Optional.empty(), ""));
        Grade failed = grade(result("loads", Verdict.FAILED, Optional.of(WHOLE), ""));

        assertThat(told(passed, Sink.TERMINAL, Optional.of("report.html"))).doesNotContain("report");
        assertThat(told(failed, Sink.TERMINAL, Optional.empty())).doesNotContain("shortened");
    }

    /** A service takes a line for a command if it begins with one, whatever the number of blanks before it. */
    @Test
    void noLineIsACommandInTheLogOfACiService() {
        for (Verdict verdict : List.of(Verdict.FAILED, Verdict.INVALID, Verdict.TIMEOUT, Verdict.ERROR)) {
            CheckResult hostile = Samples.check("a", verdict, Samples.everywhere(Samples.HOSTILE));

            String said = told(Samples.grade(hostile), Sink.CI_LOG, Optional.empty());

            assertThat(said).contains("pwned").doesNotContain("::", "##[", "##vso[", "##teamcity[");
            assertThat(said.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
                    .isEmpty();
        }
    }

    @Test
    void theFirstThingToFixTakesAtMostTwelveLines() {
        for (Verdict verdict : List.of(Verdict.FAILED, Verdict.INVALID, Verdict.TIMEOUT, Verdict.ERROR)) {
            CheckResult hostile = Samples.check("a", verdict, Samples.everywhere(Samples.HOSTILE.repeat(20)));
            String said = told(Samples.grade(hostile));
            int start = said.indexOf("It is so: a");

            assertThat(start).isPositive();
            List<String> lines = said.substring(start).lines().skip(1).toList();
            // what follows the first thing to fix: a blank line and the sum
            assertThat(lines.size() - 2).isLessThanOrEqualTo(12);
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(700));
        }
    }

    @Test
    void usesColourOnlyWhereItIsWelcome() {
        TestConsole coloured = new TestConsole(true);
        new TerminalReport(coloured.console())
                .tell(TASK, grade(result("loads", Verdict.PASSED, Optional.empty(), "")), "");

        assertThat(coloured.said()).contains("\u001b[32m✔\u001b[0m");
    }

    private static String told(Grade grade) {
        return told(grade, Sink.TERMINAL, Optional.empty())
                .replace("something is shortened here; --json FILE or --html FILE writes all of it\n", "");
    }

    private static String told(Grade grade, Sink sink, Optional<String> kept) {
        TestConsole console = new TestConsole(false);
        TerminalReport report = new TerminalReport(console.console(), sink);
        report.tell(TASK, grade, WORK + "first");
        report.whole(grade, kept);
        report.sum(List.of(grade));
        return console.said().replace(System.lineSeparator(), "\n");
    }

    private static Grade grade(CheckResult... checks) {
        return new Grade("demo", "first", "aa", "bb", 42, "containers", List.of(checks));
    }

    private static Grade none(CheckResult... checks) {
        return new Grade("demo", "first", "aa", "bb", 42, "none", List.of(checks));
    }

    private static CheckResult result(String id, Verdict verdict, Optional<Feedback> feedback, String blockedBy) {
        Optional<String> blocker = blockedBy.isEmpty() ? Optional.empty() : Optional.of(blockedBy);
        return new CheckResult(id, "It is so: " + id, 2, verdict, feedback, blocker);
    }
}
