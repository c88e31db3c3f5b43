package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.prove.Case;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author is told of a declaration that cannot be meant, before anything runs. */
class EquivalentsReaderTest {
    private static final String FILE = "checkers/src/test/submissions/greet/hello/equivalents.yml";
    private static final String RIGHT = """
            - file: solution/hello.sh
              line: greet Ada loud
              becomes: greet Ada loue
              because: how loud is nobody's business
              witness: {as: dev, run: ./hello.sh}
            """;

    @TempDir
    Path root;

    private BreakableCourse course;

    @BeforeEach
    void aCourse() throws IOException {
        course = new BreakableCourse(root);
        course.addMachine();
    }

    @Test
    void readsWhatIsDeclared() throws Exception {
        course.write(FILE, RIGHT);
        List<Case> cases = course.cases();
        Plan plan = Plan.of(course.course(), cases);

        assertThat(plan.inOrder(1))
                .filteredOn(mutant -> plan.declared(mutant).isPresent())
                .singleElement()
                .satisfies(mutant -> {
                    assertThat(mutant.before()).isEqualTo("greet Ada loud");
                    assertThat(mutant.after()).isEqualTo("greet Ada loue");
                    assertThat(plan.declared(mutant).orElseThrow().command()).isEqualTo("./hello.sh");
                    assertThat(plan.declared(mutant).orElseThrow().machine()).isEqualTo("dev");
                });
    }

    @Test
    void aKeyThatIsUnknownOrMissing() throws IOException {
        assertThat(told(RIGHT.replace("because", "becuase")))
                .containsExactly(
                        FILE + ":1:3: error: 'because' is missing; add 'because: …'",
                        FILE + ":4:3: error: unknown key 'becuase'; did you mean 'because'?");
        assertThat(told(RIGHT.replace("run:", "ran:")))
                .containsExactly(
                        FILE + ":5:12: error: 'run' is missing; add 'run: …'",
                        FILE + ":5:22: error: unknown key 'ran'; did you mean 'run'?");
        assertThat(told(RIGHT.replaceFirst("  witness.*\n", "")))
                .containsExactly(FILE + ":1:3: error: 'witness' is missing; add 'witness: {as: MACHINE, run: COMMAND}',"
                        + " which shows that nothing is changed");
    }

    @Test
    void aFileThatIsNeverBroken() throws IOException {
        assertThat(told(RIGHT.replace("solution/hello", "solution/helo")))
                .containsExactly(FILE + ":1:3: error: nothing of 'solution/helo.sh' is ever broken;"
                        + " did you mean 'solution/hello.sh'?");
    }

    @Test
    void aLineThatIsNeverBrokenOrNeverBecomesThat() throws IOException {
        assertThat(told(RIGHT.replace("line: greet Ada", "line: greet Ida")))
                .containsExactly(FILE + ":2:3: error: no such line of 'solution/hello.sh' is ever broken;"
                        + " did you mean 'greet Ada loud'?");
        assertThat(told(RIGHT.replace("Ada loue", "Ada lout")))
                .containsExactly(FILE + ":3:3: error: this line never becomes 'greet Ada lout';"
                        + " did you mean 'greet Ada loue'?");
        assertThat(told(RIGHT.replaceFirst("  becomes.*\n", "")))
                .containsExactly(
                        FILE + ":2:3: error: this line is never dropped whole;" + " say what it becomes: 'becomes: …'");
    }

    @Test
    void aMachineThatTheTaskDoesNotHave() throws IOException {
        assertThat(told(RIGHT.replace("as: dev", "as: div")))
                .containsExactly(FILE + ":5:13: error: task 'hello' has no machine 'div'; did you mean 'dev'?");
    }

    @Test
    void aDeclarationThatIsThereTwice() throws IOException {
        assertThat(told(RIGHT + RIGHT))
                .containsExactly(FILE + ":6:3: error: this is declared a second time; take one of them out");
    }

    private List<String> told(String equivalents) throws IOException {
        course.write(FILE, equivalents);
        try {
            Plan any = Plan.of(course.course(), course.cases());
            return List.of("it is fine: " + any.size());
        } catch (ProblemsFound e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
