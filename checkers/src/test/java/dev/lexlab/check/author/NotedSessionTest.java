package dev.lexlab.check.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotedSessionTest {
    private final TestEvidence evidence = new TestEvidence();
    private final Session session = evidence.trace("race").noting("A", new Scripted());

    @Test
    void notesEveryStatementWithItsAnswerAndPassesBothOn() {
        session.begin();
        Outcome accepted = session.attempt("INSERT INTO t\n  VALUES (?)", 7);
        Pending pending = session.start("INSERT twice");
        boolean waits = pending.waits();
        Outcome refused = pending.outcome();
        session.query("SELECT 1");
        session.commit();
        session.rollback();

        assertThat(accepted.rows()).isEqualTo(1);
        assertThat(waits).isTrue();
        assertThat(refused.refusedWith("23505")).isTrue();
        assertThat(evidence.traces.get("race"))
                .containsExactly(
                        "A -> database: BEGIN",
                        "A -> database: INSERT INTO t VALUES (7)",
                        "database => A: accepted, 1 row",
                        "A -> database: INSERT twice",
                        "database => A: (waits for a lock that another client holds)",
                        "database => A: refused with 23505: there already",
                        "A -> database: SELECT 1",
                        "database => A: 2 rows",
                        "A -> database: COMMIT",
                        "database => A: accepted",
                        "A -> database: ROLLBACK");
    }

    /** Answers as the test above needs it. */
    private static final class Scripted implements Session {
        @Override
        public Outcome attempt(String sql, @Nullable Object... values) {
            return new Outcome(sql.replace("?", String.valueOf(values[0])), 1, Optional.empty());
        }

        @Override
        public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values) {
            return List.of(Map.of(), Map.of());
        }

        @Override
        public Pending start(String sql, @Nullable Object... values) {
            return new Pending() {
                @Override
                public boolean waits() {
                    return true;
                }

                @Override
                public Outcome outcome() {
                    Outcome.Refusal refusal = new Outcome.Refusal("23505", "there already", Optional.empty());
                    return new Outcome(sql, 0, Optional.of(refusal));
                }
            };
        }

        @Override
        public void begin() {}

        @Override
        public Outcome commit() {
            return new Outcome("COMMIT", 0, Optional.empty());
        }

        @Override
        public void rollback() {}
    }
}
