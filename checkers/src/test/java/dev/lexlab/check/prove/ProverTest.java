package dev.lexlab.check.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.prove.Outcome.State;
import dev.lexlab.check.prove.Repetition.Tally;
import dev.lexlab.lab.console.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that needs no server is proven like any other. */
class ProverTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration NONE = Duration.ZERO;

    @TempDir
    Path root;

    private final List<Outcome> told = new ArrayList<>();
    private SmallCourse course;

    @BeforeEach
    void aCourse() throws IOException {
        course = new SmallCourse(root);
    }

    @Test
    void provesWhatIsAsDeclaredAndKnowsItTheNextTime() throws Exception {
        assertThat(prove(false, false, LONG))
                .extracting(Outcome::state)
                .containsOnly(State.PROVEN)
                .hasSize(7);
        assertThat(prove(false, false, LONG))
                .extracting(Outcome::state)
                .containsOnly(State.KNOWN)
                .hasSize(7);
        assertThat(prove(false, true, LONG)).extracting(Outcome::state).containsOnly(State.PROVEN);
    }

    @Test
    void provesAgainWhatHasChangedAndNothingElse() throws Exception {
        prove(false, false, LONG);
        course.write(SmallCourse.FIXTURES + "wrong-no-name/hello.txt", "Hello \n");

        assertThat(prove(false, false, LONG))
                .filteredOn(outcome -> outcome.state() == State.PROVEN)
                .extracting(outcome -> outcome.of().name())
                .containsExactly("greet/hello/wrong-no-name");
    }

    @Test
    void tellsWhichVerdictIsNotAsDeclared() throws Exception {
        course.wrong("no-name", "Hello Ada\n", "checks:\n  greets: PASSED\n  names: FAILED\n");

        assertThat(prove(false, false, LONG))
                .filteredOn(outcome -> outcome.state() != State.PROVEN)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.state()).isEqualTo(State.DIFFERS);
                    assertThat(outcome.remarks()).containsExactly("names: declared FAILED, was PASSED");
                });
        assertThat(prove(false, false, LONG))
                .as("what was not as declared is never taken for proven")
                .extracting(Outcome::state)
                .contains(State.DIFFERS);
    }

    @Test
    void theSummaryForABuildCountsEachTaskAndSaysWhatIsWrong() throws Exception {
        course.wrong("no-name", "Hello Ada\n", "checks:\n  greets: PASSED\n  names: FAILED\n");

        assertThat(ProofSummary.document(prove(false, false, LONG))).isEqualTo("""
                        ## ✘ Not as declared

                        | task | solutions | as declared | put off | not so |
                        | --- | ---: | ---: | ---: | ---: |
                        | greet&#47;hello | 7 | 6 | 0 | 1 |

                        - greet&#47;hello&#47;wrong&#45;no&#45;name
                          - names&#58; declared FAILED&#44; was PASSED
                        """);
    }

    @Test
    void tellsADiagnosisThatWasNotMadeAndASolutionThatDoesNotPass() throws Exception {
        course.wrong("shouts", "Bonjour\n", "checks:\n  greets: FAILED\n  names: BLOCKED\ndiagnosis: shouts\n");
        course.write(SmallCourse.FIXTURES + "solution/hello.txt", "Hello\n");

        assertThat(prove(false, false, LONG))
                .filteredOn(outcome -> outcome.state() == State.DIFFERS)
                .flatExtracting(Outcome::remarks)
                .containsExactly(
                        "names: declared PASSED, was FAILED (nobody is named)", "diagnosis: declared shouts, was none");
    }

    @Test
    void tellsWordsThatAHostileSolutionIsNotTold() throws Exception {
        course.write(SmallCourse.FIXTURES + "hostile-bomb/hello.txt", "Boom\n");
        String verdicts = "checks:\n  greets: FAILED\n  names: BLOCKED\n";
        course.write(SmallCourse.FIXTURES + "hostile-bomb/expect.yml", verdicts + "says: Boom\n");
        assertThat(prove(false, false, LONG)).extracting(Outcome::state).containsOnly(State.PROVEN);

        course.write(SmallCourse.FIXTURES + "hostile-bomb/expect.yml", verdicts + "says: more than 3 words\n");
        assertThat(prove(false, false, LONG))
                .filteredOn(outcome -> outcome.state() == State.DIFFERS)
                .flatExtracting(Outcome::remarks)
                .containsExactly("says: declared 'more than 3 words', was 'it does not greet ⏎ Boom'");
    }

    @Test
    void putsOffWhatCanWaitWhenTheTimeIsOverUnlessAllIsWanted() throws Exception {
        List<Outcome> outcomes = prove(false, false, NONE);

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.state() == State.DEFERRED)
                .extracting(outcome -> outcome.of().isEssential())
                .hasSize(4)
                .containsOnly(false);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.of().isEssential())
                .extracting(Outcome::state)
                .containsOnly(State.PROVEN);
        assertThat(prove(true, false, NONE)).extracting(Outcome::state).doesNotContain(State.DEFERRED);
    }

    @Test
    void repeatsEachAtLeastTwiceAndCountsWhatDiffers() throws Exception {
        assertThat(repeat()).satisfies(tally -> {
            assertThat(tally.gradings()).isEqualTo(14);
            assertThat(tally.differing()).isEmpty();
            assertThat(tally.bound()).isEqualTo(3.0 / 14);
        });

        course.wrong("no-name", "Hello Ada\n", "checks:\n  greets: PASSED\n  names: FAILED\n");

        assertThat(repeat().differing())
                .hasSize(2)
                .allSatisfy(seen -> assertThat(seen.outcome().of().name()).endsWith("/wrong-no-name"));
    }

    @Test
    void theTableSaysHowManyRanWereKnownOrDeferred() throws Exception {
        TestConsole console = new TestConsole(false);
        prove(false, false, NONE);

        ExitCode code = new ProofTable(console.console()).sum(prove(false, false, NONE), Duration.ofSeconds(3), 42);

        assertThat(code).isEqualTo(ExitCode.YES);
        assertThat(console.said())
                .contains("greet/hello", "proven: 3 of 7 in 3 s, seed 42; 4 deferred, --all proves them, too");
    }

    private List<Outcome> prove(boolean defersNothing, boolean trustsNothing, Duration budget) throws Exception {
        return new Prover(
                        course.course(),
                        this::servers,
                        new Settings(defersNothing, trustsNothing, budget, 2, 42),
                        new Noting())
                .prove(course.cases());
    }

    private Tally repeat() throws Exception {
        return new Repetition(course.course(), this::servers, 2, 42, new Noting()).repeat(course.cases(), NONE, 0);
    }

    /** Never asked for anything by a task that needs none. */
    private Servers servers(EnvironmentKind on) {
        return Servers.inContainers(course.course(), Map.of(), step -> {});
    }

    private final class Noting implements Watching {
        @Override
        public void begins(Case one, int number, int of) {}

        @Override
        public void ended(Outcome outcome) {
            told.add(outcome);
        }

        @Override
        public void error(Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }
}
