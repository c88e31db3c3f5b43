package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlQueryBreakagesTest {

    @Test
    void leavesOutEachPartOfACondition() {
        assertThat(
                        results(
                                "SELECT a FROM t WHERE b = c AND d IN ('x', 'y') AND e BETWEEN f AND g ORDER BY a DESC LIMIT 3;"))
                .contains(
                        "SELECT a FROM t WHERE d IN ('x', 'y') AND e BETWEEN f AND g ORDER BY a DESC LIMIT 3;",
                        "SELECT a FROM t WHERE b = c AND e BETWEEN f AND g ORDER BY a DESC LIMIT 3;",
                        "SELECT a FROM t WHERE b = c AND d IN ('x', 'y') ORDER BY a DESC LIMIT 3;",
                        "SELECT a FROM t WHERE b <> c AND d IN ('x', 'y') AND e BETWEEN f AND g ORDER BY a DESC LIMIT 3;",
                        "SELECT a FROM t WHERE b = c AND d IN ('y') AND e BETWEEN f AND g ORDER BY a DESC LIMIT 3;",
                        "SELECT a FROM t WHERE b = c AND d IN ('x') AND e BETWEEN f AND g ORDER BY a DESC LIMIT 3;",
                        "SELECT a FROM t WHERE b = c AND d IN ('x', 'y') AND e BETWEEN f AND g LIMIT 3;",
                        "SELECT a FROM t WHERE b = c AND d IN ('x', 'y') AND e BETWEEN f AND g ORDER BY a LIMIT 3;",
                        "SELECT a FROM t WHERE b = c AND d IN ('x', 'y') AND e BETWEEN f AND g ORDER BY a DESC LIMIT 4;");
    }

    @Test
    void leavesOutTheOnlyPartWithItsKeyword() {
        assertThat(results("SELECT a FROM t LEFT JOIN u ON t.b = u.b WHERE (c OR d)"))
                .containsExactlyInAnyOrder(
                        "",
                        "SELECT a FROM t JOIN u ON t.b = u.b WHERE (c OR d)",
                        "SELECT a FROM t LEFT JOIN u ON true WHERE (c OR d)",
                        "SELECT a FROM t LEFT JOIN u ON t.b <> u.b WHERE (c OR d)",
                        "SELECT a FROM t LEFT JOIN u ON t.b = u.b");
    }

    @Test
    void turnsAroundWhetherSomethingIsThere() {
        assertThat(results("SELECT a FROM t WHERE NOT EXISTS (SELECT 1 FROM u)"))
                .containsExactlyInAnyOrder("", "SELECT a FROM t", "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u)");
        assertThat(results("SELECT EXISTS (SELECT 1 FROM u WHERE a IS DISTINCT FROM b) FROM t"))
                .containsExactlyInAnyOrder(
                        "",
                        "SELECT NOT EXISTS (SELECT 1 FROM u WHERE a IS DISTINCT FROM b) FROM t",
                        "SELECT EXISTS (SELECT 1 FROM u WHERE a IS NOT DISTINCT FROM b) FROM t",
                        "SELECT EXISTS (SELECT 1 FROM u) FROM t");
        assertThat(listed("DROP TABLE IF EXISTS t; CREATE TABLE IF NOT EXISTS t (a int)"))
                .containsExactly(
                        "1: 'DROP TABLE IF EXISTS t;' → dropped",
                        "1: 'CREATE TABLE IF NOT EXISTS t (a int)' → dropped",
                        "1: 'NOT' → dropped");
    }

    @Test
    void changesSumsExtremesAndQuantifiers() {
        assertThat(
                        listed(
                                "SELECT min(a), b + c, least(d, e), count(DISTINCT f), coalesce(g, h) FROM t WHERE i = ANY (j)"))
                .contains(
                        "1: 'min' → 'max'",
                        "1: '+' → '-'",
                        "1: 'least' → 'greatest'",
                        "1: 'DISTINCT' → dropped",
                        "1: 'h' → dropped",
                        "1: 'ANY' → 'ALL'");
        assertThat(listed("SELECT a FROM t EXCEPT SELECT b FROM u")).contains("1: 'EXCEPT' → 'INTERSECT'");
    }

    @Test
    void takesAnEqualsSignThatSetsSomethingForWhatItIs() {
        assertThat(results("UPDATE t SET a = b, c = d WHERE e"))
                .containsExactlyInAnyOrder("", "UPDATE t SET a = b, c = d");
    }

    @Test
    void takesOnlyWhatJoinsTablesForACondition() {
        assertThat(listed("CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
                        + "INSERT INTO t VALUES (a) ON CONFLICT DO NOTHING; GRANT SELECT ON t TO u;"))
                .allSatisfy(edit -> assertThat(edit).contains(";"));
    }

    private static List<String> listed(String sql) {
        return Listed.of("views.sql", sql);
    }

    private static List<String> results(String sql) {
        return Listed.results("views.sql", sql);
    }
}
