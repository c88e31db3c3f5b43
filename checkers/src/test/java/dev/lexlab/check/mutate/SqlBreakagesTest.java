package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlBreakagesTest {

    @Test
    void breaksTheConstraintsOfAColumnAndTheirLimits() {
        assertThat(results("CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 1 AND 9) DEFAULT 5);"))
                .containsExactlyInAnyOrder(
                        "",
                        "CREATE TABLE t (n int CHECK (n BETWEEN 1 AND 9) DEFAULT 5);",
                        "CREATE TABLE t (n int NOT NULL DEFAULT 5);",
                        "CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 2 AND 9) DEFAULT 5);",
                        "CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 0 AND 9) DEFAULT 5);",
                        "CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 1 AND 10) DEFAULT 5);",
                        "CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 1 AND 8) DEFAULT 5);",
                        "CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 1 AND 9));",
                        "CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 1 AND 9) DEFAULT 6);",
                        "CREATE TABLE t (n int NOT NULL CHECK (n BETWEEN 1 AND 9) DEFAULT 4);");
    }

    @Test
    void takesConstraintsOfATableOutWithTheirComma() {
        assertThat(results("CREATE TABLE t (\n  a text,\n  b text,\n  UNIQUE NULLS NOT DISTINCT (a, b)\n)"))
                .containsExactlyInAnyOrder(
                        "",
                        "CREATE TABLE t (\n  a text,\n  b text\n)",
                        "CREATE TABLE t (\n  a text,\n  b text,\n  UNIQUE (a, b)\n)",
                        "CREATE TABLE t (\n  a text,\n  b text,\n  UNIQUE NULLS NOT DISTINCT (b)\n)",
                        "CREATE TABLE t (\n  a text,\n  b text,\n  UNIQUE NULLS NOT DISTINCT (a)\n)");
    }

    @Test
    void addsWhatDeletesToAReference() {
        assertThat(listed("ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id) ON DELETE RESTRICT;"))
                .containsExactly(
                        "1: 'ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id) ON DELETE RESTRIC…' → dropped",
                        "1: 'RESTRICT' → 'CASCADE'",
                        "1: 'RESTRICT' → 'SET NULL'");
        assertThat(listed("CREATE TABLE a (b int REFERENCES c DEFERRABLE INITIALLY DEFERRED)"))
                .containsExactly(
                        "1: 'CREATE TABLE a (b int REFERENCES c DEFERRABLE INITIALLY DEFERRED)' → dropped",
                        "1: 'REFERENCES c DEFERRABLE INITIALLY DEFERRED' → dropped",
                        "1: 'ON DELETE CASCADE' added",
                        "1: 'ON DELETE SET NULL' added",
                        "1: 'DEFERRABLE INITIALLY DEFERRED' → dropped");
    }

    @Test
    void movesBoundsAndTakesZonesAway() {
        assertThat(results("SELECT tstzrange(a, b), int4range(a, b, '[)') FROM t"))
                .containsExactlyInAnyOrder(
                        "",
                        "SELECT tsrange(a, b), int4range(a, b, '[)') FROM t",
                        "SELECT tstzrange(a, b, '[]'), int4range(a, b, '[)') FROM t",
                        "SELECT tstzrange(a, b), int4range(a, b, '[]') FROM t");
    }

    @Test
    void breaksIndexes() {
        assertThat(results("CREATE UNIQUE INDEX i ON t (a, b) WHERE a IS NULL"))
                .containsExactlyInAnyOrder(
                        "",
                        "CREATE INDEX i ON t (a, b) WHERE a IS NULL",
                        "CREATE UNIQUE INDEX i ON t (b) WHERE a IS NULL",
                        "CREATE UNIQUE INDEX i ON t (a) WHERE a IS NULL",
                        "CREATE UNIQUE INDEX i ON t (a, b)",
                        "CREATE UNIQUE INDEX i ON t (a, b) WHERE a IS NOT NULL");
    }

    @Test
    void breaksWhatAnIndexComputesAndCarriesAlong() {
        assertThat(results("CREATE INDEX ON t (lower(a), b DESC) INCLUDE (c, d)"))
                .containsExactlyInAnyOrder(
                        "",
                        "CREATE INDEX ON t (b DESC) INCLUDE (c, d)",
                        "CREATE INDEX ON t (lower(a)) INCLUDE (c, d)",
                        "CREATE INDEX ON t (b DESC, lower(a)) INCLUDE (c, d)",
                        "CREATE INDEX ON t (a, b DESC) INCLUDE (c, d)",
                        "CREATE INDEX ON t (lower(a), b DESC)");
    }

    @Test
    void looksIntoFunctionsAndTriggers() {
        assertThat(listed(
                        "CREATE FUNCTION f() AS $$ BEGIN\nLOCK TABLE t;\nPERFORM 1 FROM t WHERE a <= b AND c FOR UPDATE;\n"
                                + "END $$;\nCREATE TRIGGER x BEFORE INSERT OR UPDATE ON t;"))
                .contains(
                        "2: 'LOCK TABLE t;' → dropped",
                        "3: 'PERFORM 1 FROM t WHERE a <= b AND c FOR UPDATE;' → dropped",
                        "3: '<=' → '<'",
                        "3: 'AND' → 'OR'",
                        "3: 'FOR UPDATE' → dropped",
                        "5: 'INSERT OR UPDATE' → 'INSERT'");
    }

    @Test
    void lowersAnIsolationLevelByOneStep() {
        assertThat(listed("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;"))
                .contains("1: 'SERIALIZABLE' → 'REPEATABLE READ'");
        assertThat(listed("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;"))
                .contains("1: 'REPEATABLE READ' → 'READ COMMITTED'");
    }

    @Test
    void leavesCommentsNamesAndTextsAlone() {
        assertThat(listed("-- NOT NULL, 1 < 2\n/* UNIQUE */ SELECT 'a <= 1', \"x < 1\""))
                .containsExactly("2: 'SELECT 'a <= 1', \"x < 1\"' → dropped");
    }

    private static List<String> listed(String sql) {
        return Listed.of("schema.sql", sql);
    }

    private static List<String> results(String sql) {
        return Listed.results("schema.sql", sql);
    }
}
