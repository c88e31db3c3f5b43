package dev.lexlab.check.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.prove.Fixture.Kind;
import dev.lexlab.check.prove.Outcome.State;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The graders themselves are graded: every fixture of every task gets exactly the verdicts it declares, on real servers and
 * with another seed in every run. What {@code ./lexlab prove} does, as tests.
 */
class FixturesIT {
    private static final Duration BUDGET = Duration.ofMinutes(6);

    private final Course course = Course.around(Path.of("")).orElseThrow();

    @TestFactory
    Stream<DynamicTest> everyFixtureGetsWhatItDeclares() throws Exception {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        assertThat(problems.sorted()).isEmpty();
        List<Case> cases = cases(labs);
        long seed = new SecureRandom().nextInt(1_000_000);
        int hands = Runtime.getRuntime().availableProcessors();
        ProofTable table = new ProofTable(Console.ofProcess(Map.of()));
        Instant began = Instant.now();

        List<Outcome> outcomes = new Prover(
                        course, this::servers, new Settings(false, false, BUDGET, hands, seed), new Rows(table))
                .prove(cases);

        table.sum(outcomes, Duration.between(began, Instant.now()), seed);
        assertThat(outcomes).extracting(Outcome::of).containsExactlyElementsOf(cases);
        assertThat(outcomes)
                .extracting(outcome -> outcome.of().fixture().kind())
                .contains(Kind.values());
        assertThat(outcomes)
                .extracting(outcome -> outcome.of().on())
                .contains(EnvironmentKind.CONTAINERS, EnvironmentKind.EMBEDDED);
        return outcomes.stream().map(outcome -> test(outcome, seed));
    }

    private List<Case> cases(List<LabDefinition> labs) throws ProblemsFound, IOException {
        try (Servers embedded = servers(EnvironmentKind.EMBEDDED)) {
            return Cases.of(course, labs, any -> true, task -> embedded.kind(task) == EnvironmentKind.EMBEDDED);
        }
    }

    private Servers servers(EnvironmentKind on) {
        return on == EnvironmentKind.EMBEDDED
                ? Servers.embedded(course, System.getenv(), step -> {})
                : Servers.inContainers(course, System.getenv(), step -> {});
    }

    private static DynamicTest test(Outcome outcome, long seed) {
        return dynamicTest(
                outcome.of().name() + " (" + outcome.state() + ", seed " + seed + ")",
                () -> assertThat(outcome.state())
                        .as(() -> String.join("; ", outcome.remarks()))
                        .isIn(
                                outcome.of().isEssential()
                                        ? List.of(State.PROVEN, State.KNOWN)
                                        : List.of(State.PROVEN, State.KNOWN, State.DEFERRED)));
    }

    /** Into the log, as they come. */
    private record Rows(ProofTable table) implements Watching {
        @Override
        public void begins(Case one, int number, int of) {}

        @Override
        public void ended(Outcome outcome) {
            table.row(outcome);
        }

        @Override
        public void error(Throwable thrown) {
            thrown.printStackTrace(); // into the log; the case says that it could not be proven
        }
    }
}
