package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that needs no server: solutions are broken in it, and graded as everywhere. */
class MutationTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path root;

    private BreakableCourse course;
    private boolean isInterrupted;

    @BeforeEach
    void aCourse() throws IOException {
        course = new BreakableCourse(root);
        BreakableCourse.RAN.clear();
    }

    @Test
    void makesMutantsOfTheSolutionFirstAndNoneTwice() throws Exception {
        List<Mutant> mutants = Mutants.of(
                course.cases().stream().filter(one -> one.fixture().isRight()).toList());

        assertThat(mutants)
                .extracting(mutant -> mutant.source() + ":" + mutant.line() + ": "
                        + mutant.broken().strip())
                .containsExactly(
                        "solution/hello.sh:2: # greet Ida\n:",
                        "solution/hello.sh:2: # greet Ida\ngreet Adb loud",
                        "solution/hello.sh:2: # greet Ida\ngreet Ada loue",
                        "alternative-other-name/hello.sh:1: :",
                        "alternative-other-name/hello.sh:1: greet Evb loud",
                        "alternative-other-name/hello.sh:1: greet Eva loue");
    }

    @Test
    void leavesAloneWhatIsTheStartersOrTheSolutionsAndWhatNobodyEdits() throws Exception {
        course.write("labs/greet/starter/hello/page.sh", "a b\n");
        course.write(BreakableCourse.FIXTURES + "solution/page.sh", "a c\n"); // of the starter, and not to be edited
        course.write(BreakableCourse.FIXTURES + "alternative-other-name/own.sh", "d e\n");
        course.write(BreakableCourse.FIXTURES + "alternative-other-line/hello.sh", "greet Eva loud\ngreet Ada loud\n");
        course.write(BreakableCourse.FIXTURES + "alternative-other-name/hello.sh", "# greet Ida\ngreet Ada loud\n");

        assertThat(Mutants.of(course.cases().stream()
                        .filter(one -> one.fixture().isRight())
                        .toList()))
                .extracting(Mutant::source)
                .containsExactly(
                        "solution/hello.sh",
                        "solution/hello.sh",
                        "solution/hello.sh",
                        "alternative-other-line/hello.sh",
                        "alternative-other-line/hello.sh",
                        "alternative-other-line/hello.sh",
                        "alternative-other-name/own.sh",
                        "alternative-other-name/own.sh");
    }

    @Test
    void leavesAloneTheStatementsThatAreTheStarters() throws Exception {
        course.replace(
                BreakableCourse.LAB,
                "- {path: hello.sh, about: the greeting}",
                "- {path: hello.sh, about: the greeting}\n      - {path: books.sql, about: the books}");
        course.replace("labs/greet/guide/hello.md", "`hello.sh`.", "`hello.sh`; the books are in `books.sql`.");
        course.write("labs/greet/starter/hello/books.sql", """
                CREATE TABLE t (
                  a integer NOT NULL
                );
                CREATE TABLE u (b integer UNIQUE);
                """);
        course.write(BreakableCourse.FIXTURES + "solution/books.sql", """
                -- as it was, but for its lines
                CREATE TABLE t (a integer /* always */ NOT NULL);
                CREATE TABLE u (b integer NOT NULL);
                """);

        assertThat(Mutants.of(course.cases().stream()
                        .filter(one -> one.fixture().isRight())
                        .toList()))
                .filteredOn(mutant -> mutant.file().equals("books.sql"))
                .extracting(mutant -> mutant.line() + ": " + mutant.edit().says())
                .containsExactly("3: 'CREATE TABLE u (b integer NOT NULL);' → dropped", "3: 'NOT NULL' → dropped");
    }

    @Test
    void aGraderThatSeesEverythingIsAboveTheBar() throws Exception {
        TestConsole console = new TestConsole(false);
        String before = Hashes.ofFolder(root);
        List<Score> scores = breakAll(LONG);

        assertThat(new MutationTable(console.console(), course.course()).sum(scores, Duration.ofSeconds(2), 7))
                .isEqualTo(ExitCode.YES);
        assertThat(console.said()).isEqualTo("""
                  task                                made  stillborn  live  caught  equivalent  survived   score
                  greet/hello                            6          2     4       4           0         0 100.0 %

                  greet/hello, caught by: greets 0, names 2, loud 2
                    check 'greets' is the first to notice none of them; what would break without an earlier check noticing it?

                caught: 4 of 4 (100.0 %) in 2 s, sample 7
                """);
        assertThat(Hashes.ofFolder(root))
                .as("nothing is written into the course")
                .isEqualTo(before);
    }

    @Test
    void stopsAtTheFirstCheckThatDoesNotPass() throws Exception {
        breakAll(LONG);

        // Of three pairs, one ends with the first check, one with the second, one with the third.
        assertThat(BreakableCourse.RAN)
                .containsExactlyInAnyOrder(
                        "greets", "greets", "greets", "greets", "greets", "greets", "names", "names", "names", "names",
                        "loud", "loud");
    }

    @Test
    void aBlindGraderIsBelowTheBarAndWhatItLetThroughIsNamed() throws Exception {
        course.blind();
        TestConsole console = new TestConsole(false);
        List<Score> scores = breakAll(LONG);

        assertThat(new MutationTable(console.console(), course.course()).sum(scores, Duration.ofSeconds(2), 7))
                .isEqualTo(ExitCode.NO);
        assertThat(console.said())
                .contains(
                        "  greet/hello                            6          2     4       2           0         2  50.0 %\n")
                .contains("""
                            ✘ checkers/src/test/submissions/greet/hello/solution/hello.sh:2: 'Ada' → 'Adb'
                                passed greets, names, loud
                            ✘ checkers/src/test/submissions/greet/hello/alternative-other-name/hello.sh:1: 'Eva' → 'Evb'
                                passed greets, names, loud
                        """.indent(0).replaceAll("(?m)^    (?=.)", "    "))
                .endsWith("\nbelow the bar: greet/hello; caught 2 of 4 (50.0 %) in 2 s, sample 7\n");
    }

    @Test
    void whatIsDeclaredToChangeNothingAndIsNoticedIsAFault() throws Exception {
        course.write(BreakableCourse.FIXTURES + "equivalents.yml", """
                - file: solution/hello.sh
                  line: greet Ada loud
                  becomes: greet Ada loue
                  because: how loud is nobody's business
                  witness: {as: "", run: ./hello.sh}
                """.replace("as: \"\"", "as: dev"));
        course.addMachine();
        Plan plan = Plan.of(course.course(), course.cases());
        Mutant mutant = plan.inOrder(1).stream()
                .filter(one -> plan.declared(one).isPresent())
                .findFirst()
                .orElseThrow();
        Trial caught = Trial.of(mutant, Trial.Fate.CAUGHT, java.util.Optional.of("loud"));

        assertThat(MutantBench.faultsOfDead(caught, plan.declared(mutant).orElseThrow()))
                .singleElement()
                .hasToString("checkers/src/test/submissions/greet/hello/equivalents.yml:1:3: error: declared to change"
                        + " nothing, and check 'loud' notices it; take the declaration out");
    }

    @Test
    void whatBreaksOnOurSideIsTriedOnceMore() throws Exception {
        course.shake(1);
        assertThat(breakAll(LONG)).singleElement().satisfies(score -> {
            assertThat(score.couldNot()).isZero();
            assertThat(score.caught()).isEqualTo(4);
        });
        assertThat(BreakableCourse.FAULTS.get()).as("it did break").isNegative();
    }

    @Test
    void whatBreaksAgainAndAgainIsToldAndCountsForNobody() throws Exception {
        course.shake(Integer.MAX_VALUE);
        TestConsole console = new TestConsole(false);
        List<Score> scores = breakAll(LONG);

        assertThat(new MutationTable(console.console(), course.course()).sum(scores, Duration.ZERO, 7))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(console.said())
                .contains("    ? checkers/src/test/submissions/greet/hello/solution/hello.sh:2: 'Ada' → 'Adb'\n"
                        + "        greets: the grader itself failed: java.lang.IllegalStateException: a grader's own"
                        + " fault\n")
                .endsWith("could not try 6: caught 0 of 0 (none) in 0 s, sample 7\n");
    }

    @Test
    void saysHowManyWereNotTriedWhenTheTimeIsOver() throws Exception {
        TestConsole console = new TestConsole(false);
        List<Score> scores = breakAll(Duration.ZERO.minusSeconds(1));

        assertThat(new MutationTable(console.console(), course.course()).sum(scores, Duration.ZERO, 7))
                .isEqualTo(ExitCode.NO);
        assertThat(console.said())
                .contains("    6 of 6 were not tried\n")
                .endsWith("below the bar: greet/hello; caught 0 of 0 (none) in 0 s, sample 7; 6 not tried\n");
    }

    @Test
    void beginsNothingElseWhenSomebodyInterrupts() throws Exception {
        isInterrupted = true;

        assertThat(breakAll(LONG))
                .singleElement()
                .extracting(Score::untried, Score::made)
                .containsExactly(6, 6);
    }

    @Test
    void theSeedDecidesTheOrder() throws Exception {
        Plan plan = Plan.of(course.course(), course.cases());

        assertThat(plan.inOrder(7)).isEqualTo(plan.inOrder(7)).isNotEqualTo(plan.inOrder(8));
        assertThat(plan.inOrder(7)).containsExactlyInAnyOrderElementsOf(plan.inOrder(8));
    }

    private List<Score> breakAll(Duration time) throws Exception {
        Breaking silent = new Breaking() {
            @Override
            public void begins(String task, int number, int of) {}

            @Override
            public boolean isEnding() {
                return isInterrupted;
            }

            @Override
            public void error(Throwable thrown) {}
        };
        return new Mutation(
                        course.course(),
                        () -> Servers.inContainers(course.course(), Map.of(), step -> {}),
                        2,
                        7,
                        silent)
                .breakAll(Plan.of(course.course(), course.cases()), time, Integer.MAX_VALUE);
    }
}
