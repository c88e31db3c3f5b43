package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.prove.Case;
import dev.lexlab.check.prove.Cases;
import dev.lexlab.check.prove.Typing;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Graders;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a real server: some of what {@code ./lexlab mutate postgres} does, the same in every run. */
class MutationIT {
    private static final long SAMPLE = 11;
    private static final int SOME = 24;

    private final Course course = Course.around(Path.of("")).orElseThrow();

    @Test
    void nineOfTenBreakagesOfASchemaAreNoticed() throws Exception {
        TestConsole console = new TestConsole(false);
        Breaking silent = new Breaking() {
            @Override
            public void begins(String task, int number, int of) {}

            @Override
            public boolean isEnding() {
                return false;
            }

            @Override
            public void error(Throwable thrown) {
                thrown.printStackTrace(); // into the log; the table says that it could not be tried
            }
        };
        List<Score> scores = new Mutation(course, this::servers, 2, SAMPLE, silent)
                .breakAll(Plan.of(course, cases()), Duration.ofHours(1), SOME);

        ExitCode code = new MutationTable(console.console(), course).sum(scores, Duration.ZERO, SAMPLE);
        assertThat(code).as(console.said()).isEqualTo(ExitCode.YES);
        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(score.made()).isGreaterThan(100);
            assertThat(score.live()).as("live ones of " + SOME).isGreaterThan(SOME / 2);
            assertThat(score.untried()).isEqualTo(score.made() - SOME);
        });
    }

    @Test
    void aWitnessIsAskedWithTheRightTheBrokenAndTheStartersFiles() throws Exception {
        Plan plan = Plan.of(course, cases());
        Mutant harmless = plan.inOrder(SAMPLE).stream()
                .filter(mutant -> plan.declared(mutant).isPresent())
                .findFirst()
                .orElseThrow();
        Path right = harmless.of().fixture().folder().orElseThrow();
        Path starter = harmless.of().task().starter();
        try (Servers servers = servers();
                Grader grader = new Grader()) {
            Typing typing = new Typing(servers, new Graders(course), grader);

            assertThat(faults(
                            asks("psql -qAtXc \"SELECT count(*) FROM pg_constraint WHERE contype IN ('p', 'u', 'x')"
                                    + " AND conrelid <> 0\""),
                            harmless,
                            right,
                            typing))
                    .isEmpty();
            assertThat(faults(asks("echo the same for all"), harmless, right, typing))
                    .containsExactly("equivalents.yml:3: error: the witness says the same of the starter, so it shows"
                            + " nothing: 'the same for all'; choose a command that shows what the solution has and the"
                            + " starter has not");
            assertThat(faults(
                            asks("psql -qAtXc \"SELECT attnotnull FROM pg_attribute WHERE attrelid = 'people'::regclass"
                                    + " AND attname = 'email'\""),
                            harmless,
                            starter,
                            typing))
                    .containsExactly(
                            "equivalents.yml:3: error: the witness tells the broken one from the right one: 'f'"
                                    + " instead of 't'; it is none that changes nothing, or the witness shows too much");
        }
    }

    private static List<String> faults(Equivalent declared, Mutant mutant, Path broken, Typing typing)
            throws Exception {
        return new Witness()
                .faults(declared, mutant, broken, typing).stream()
                        .map(Problem::toString)
                        .toList();
    }

    private static Equivalent asks(String command) {
        return new Equivalent(Place.of("equivalents.yml", 3), "", "", "", "", "client", command);
    }

    private List<Case> cases() throws Exception {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        assertThat(problems.sorted()).isEmpty();
        return Cases.of(course, labs, "postgres/rules-in-the-schema"::equals, none -> false);
    }

    private Servers servers() {
        return Servers.inContainers(course, System.getenv(), step -> {});
    }
}
