package dev.lexlab.graders.postgres.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void isAskedAgainWithWhatAnotherShopHolds() {
        Question question = new Question(
                "customer 7",
                "SELECT 1 WHERE id = 7",
                "SELECT min(id) FROM customers WHERE name = '$x'",
                "SELECT 1\n WHERE id = $asked AND note = '$y'");

        assertThat(question.reproduce())
                .isEqualTo("asked=$(psql -qAt -c \"SELECT min(id) FROM customers WHERE name = '\\$x'\"); psql -c"
                        + " \"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF) SELECT 1 WHERE id = $asked AND note ="
                        + " '\\$y'\"");
    }

    @Test
    void isAskedAsItIsWhereNothingMustBeFound() {
        assertThat(new Question("the oldest 3", "SELECT 1", "", "SELECT 1").reproduce())
                .isEqualTo("psql -c \"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF) SELECT 1\"");
    }
}
