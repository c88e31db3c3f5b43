package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.mutate.Trial.Fate;
import dev.lexlab.check.prove.Case;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    @TempDir
    Path root;

    @Test
    void countsWhatIsLiveAndWhatHadToBeNoticed() throws Exception {
        Score score = score(2, 18, 1, 2, 0, 3);

        assertThat(score.made()).isEqualTo(26);
        assertThat(score.live()).isEqualTo(21);
        assertThat(score.meant()).isEqualTo(20);
        assertThat(score.untried()).isEqualTo(3);
        assertThat(score.isAboveTheBar()).isTrue();
        assertThat(score(0, 17, 1, 2, 0, 0).isAboveTheBar()).as("17 of 19").isFalse();
        assertThat(score(5, 0, 0, 0, 0, 0).isAboveTheBar())
                .as("nothing is live")
                .isFalse();
    }

    @Test
    void moreThanATenthDeclaredIsAFaultOnceAllWereTried() throws Exception {
        assertThat(score(0, 18, 2, 0, 0, 0).faults()).isEmpty();
        assertThat(score(0, 17, 2, 0, 0, 1).faults()).isEmpty();
        assertThat(score(0, 17, 2, 0, 0, 0).faults())
                .extracting(Problem::toString)
                .containsExactly(
                        "checkers/src/test/submissions/greet/hello/equivalents.yml: error: 2 of 19 live mutants"
                                + " are declared to change nothing, more than a tenth; let a check notice some of them");
    }

    @Test
    void thatWeCouldNotBeatsThatItIsNotSo() throws Exception {
        assertThat(told(score(0, 1, 0, 9, 1, 0)))
                .isEqualTo("could not try 1: caught 1 of 10 (10.0 %) in 3 s, sample 5\n");
        assertThat(told(score(0, 17, 2, 0, 0, 0)))
                .isEqualTo("declared wrongly: 1; caught 17 of 17 (100.0 %) in 3 s, sample 5\n");
        assertThat(told(score(0, 999, 0, 1, 0, 0)))
                .as("a part is never called all")
                .isEqualTo("caught: 999 of 1000 (99.9 %) in 3 s, sample 5\n");
    }

    private String told(Score score) throws Exception {
        TestConsole console = new TestConsole(false);
        ExitCode code = new MutationTable(console.console(), new BreakableCourse(root).course())
                .sum(List.of(score), Duration.ofSeconds(3), 5);
        assertThat(code)
                .isEqualTo(
                        score.couldNot() > 0
                                ? ExitCode.COULD_NOT
                                : score.faults().isEmpty() && score.isAboveTheBar() ? ExitCode.YES : ExitCode.NO);
        return console.said().substring(console.said().lastIndexOf("\n\n") + 2);
    }

    private Score score(int stillborn, int caught, int equivalent, int survived, int couldNot, int untried)
            throws Exception {
        Case solution = new BreakableCourse(root)
                .cases().stream()
                        .filter(one -> one.fixture().isRight())
                        .findFirst()
                        .orElseThrow();
        List<Mutant> mutants = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        int[] counts = {stillborn, caught, equivalent, survived, couldNot, untried};
        Fate[] fates = {Fate.STILLBORN, Fate.CAUGHT, Fate.EQUIVALENT, Fate.SURVIVED, Fate.COULD_NOT};
        for (int kind = 0; kind < counts.length; kind++) {
            for (int i = 0; i < counts[kind]; i++) {
                Mutant mutant =
                        new Mutant(solution, "hello.sh", "greet", Edit.replace("greet", 0, 1, "x" + mutants.size()));
                mutants.add(mutant);
                if (kind < fates.length) {
                    trials.add(Trial.of(mutant, fates[kind], Optional.of("loud")));
                }
            }
        }
        return new Score("greet", solution.task(), mutants, trials);
    }
}
