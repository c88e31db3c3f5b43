package dev.lexlab.check.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Problem;
import org.junit.jupiter.api.Test;

class DeclaredErrorsTest {
    private static final String SCRIPT = """
            BEGIN;
            SELECT 1
                   / 0;          -- ERROR:  division by zero
            ROLLBACK;
            """;

    @Test
    void anErrorThatIsDeclaredIsWhatMustHappen() {
        assertThat(new DeclaredErrors("t.sql", SCRIPT).judge("psql:t.sql:3: ERROR:  division by zero\n"))
                .isEmpty();
    }

    @Test
    void anErrorThatDoesNotHappenIsTold() {
        assertThat(new DeclaredErrors("t.sql", SCRIPT).judge(""))
                .extracting(Problem::toString)
                .containsExactly(
                        "t.sql:3: error: this statement was not refused with 'ERROR:  division by zero'; the comment"
                                + " stands on the line of its semicolon; take it away where nothing is refused");
    }

    @Test
    void anErrorThatNobodyDeclaredIsToldWithWhatToWrite() {
        assertThat(new DeclaredErrors("t.sql", "SELECT 1;\nSELECT x;\n")
                        .judge("psql:t.sql:2: ERROR:  column \"x\" does not exist\nLINE 1: SELECT x;\n"))
                .extracting(Problem::toString)
                .containsExactly(
                        "t.sql:2: error: this statement was refused: ERROR:  column \"x\" does not exist; where"
                                + " readers should see that, end this line with '-- ERROR:  column \"x\" does not exist'");
    }

    @Test
    void anotherErrorThanTheDeclaredOneIsTold() {
        assertThat(new DeclaredErrors("t.sql", SCRIPT).judge("psql:t.sql:3: ERROR:  permission denied\n"))
                .extracting(Problem::what)
                .containsExactly("this statement was refused: ERROR:  permission denied");
    }
}
