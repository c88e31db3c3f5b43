package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

    @Test
    void splitsAtSemicolonsAndKnowsWhereStatementsBegin() {
        assertThat(SqlScript.split("SELECT 1;\n\n  SELECT 2 ;"))
                .containsExactly(new SqlScript.Part(0, "SELECT 1"), new SqlScript.Part(13, "SELECT 2"));
    }

    @Test
    void takesTheLastStatementWithoutASemicolon() {
        assertThat(statements("SELECT 1; SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void findsNothingInCommentsAndEmptyStatements() {
        assertThat(SqlScript.split("-- a; b\n;;/* c; /* nested; */ d; */\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b'",
                "SELECT 'it''s;'",
                "SELECT E'it\\'s;'",
                "SELECT \"a;b\"",
                "DO $$ BEGIN PERFORM 1; END $$",
                "DO $tag$ BEGIN PERFORM $$;$$; END $tag$",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
                "SELECT 1 -- a; b\n + 1",
                "SELECT 1 /* a; b */ + 1",
                "SELECT a$b, 1",
            })
    void keepsAStatementWhole(String statement) {
        assertThat(statements(statement + ";\nSELECT 2;")).hasSize(2).element(0).isEqualTo(statement);
    }

    @Test
    void aBackslashIsNoEscapeInAPlainString() {
        assertThat(statements("SELECT 'a\\'; SELECT 2")).containsExactly("SELECT 'a\\'", "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a", "SELECT \"a", "SELECT $$a", "/* a", "SELECT 1 /* a", "SELECT E'\\", "("})
    void endsWithAnUnfinishedText(String text) {
        assertThat(statements(text)).hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> statements(String text) {
        return SqlScript.split(text).stream().map(SqlScript.Part::sql).toList();
    }
}
