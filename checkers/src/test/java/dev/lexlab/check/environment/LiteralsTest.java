package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void writesEachKindOfValueAsPostgresReadsIt() {
        assertThat(Literals.fill("VALUES (?, ?, ?, ?, ?)", 1, true, "it's", null, "a\\b"))
                .isEqualTo("VALUES (1, true, 'it''s', NULL, E'a\\\\b')");
    }

    @Test
    void leavesQuestionMarksInQuotesAlone() {
        assertThat(Literals.fill("SELECT '?', \"?\", ?", 1)).isEqualTo("SELECT '?', \"?\", 1");
    }

    @Test
    void refusesAnotherNumberOfValues() {
        assertThatThrownBy(() -> Literals.fill("SELECT ?")).hasMessage("more ? than values: SELECT ?");
        assertThatThrownBy(() -> Literals.fill("SELECT ?", 1, 2)).hasMessage("more values than ?: SELECT ?");
    }
}
