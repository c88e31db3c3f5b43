package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlProgramBreakagesTest {

    @Test
    void leavesOutStatementsAndKeepsTheirBlockWhole() {
        assertThat(listed("""
                        CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
                        BEGIN
                          left_over := a;
                          UPDATE t SET b = left_over;
                          RAISE NOTICE 'done';
                          IF left_over < 0 THEN
                            RAISE EXCEPTION 'no' USING ERRCODE = 'LX001';
                          END IF;
                        END $$;
                        """))
                .contains(
                        "3: 'left_over := a;' → dropped",
                        "4: 'UPDATE t SET b = left_over;' → dropped",
                        "7: 'RAISE EXCEPTION 'no' USING ERRCODE = 'LX001';' → dropped",
                        "7: 'USING ERRCODE = 'LX001'' → dropped")
                .noneSatisfy(edit -> assertThat(edit).startsWith("5:"));
        assertThat(results("DO $$ BEGIN IF a < b THEN PERFORM f(); END IF; END $$"))
                .contains("DO $$ BEGIN IF a < b THEN NULL; END IF; END $$");
    }

    @Test
    void turnsAroundConditionsThatHaveNoSign() {
        assertThat(
                        results(
                                "DO $$ BEGIN IF f(a) THEN RETURN; ELSIF FOUND THEN RETURN; ELSIF a = b THEN RETURN; END IF; END $$"))
                .contains(
                        "DO $$ BEGIN IF NOT (f(a)) THEN RETURN; ELSIF FOUND THEN RETURN; ELSIF a = b THEN RETURN; END IF; END $$",
                        "DO $$ BEGIN IF f(a) THEN RETURN; ELSIF NOT (FOUND) THEN RETURN; ELSIF a = b THEN RETURN; END IF; END $$",
                        "DO $$ BEGIN IF f(a) THEN RETURN; ELSIF FOUND THEN RETURN; ELSIF a <> b THEN RETURN; END IF; END $$")
                .noneSatisfy(sql -> assertThat(sql).contains("NOT (a = b)"));
    }

    @Test
    void letsEscapeWhatABlockCatches() {
        assertThat(
                        results(
                                "DO $$ BEGIN BEGIN f := 1; EXCEPTION WHEN deadlock_detected THEN IF a THEN b := 2; END IF; END; c := 3; END $$"))
                .contains("DO $$ BEGIN BEGIN f := 1; END; c := 3; END $$");
    }

    @Test
    void takesNoQueryForAProgram() {
        assertThat(listed("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; UPDATE t SET a = 2; $$"))
                .noneSatisfy(edit -> assertThat(edit).contains("UPDATE t SET a = 2;' → dropped"));
    }

    private static List<String> listed(String sql) {
        return Listed.of("bank.sql", sql);
    }

    private static List<String> results(String sql) {
        return Listed.results("bank.sql", sql);
    }
}
