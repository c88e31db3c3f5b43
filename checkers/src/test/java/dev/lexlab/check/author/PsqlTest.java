package dev.lexlab.check.author;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PsqlTest {

    @Test
    void quotesWhatAShellWouldChange() {
        assertThat(Psql.command("SELECT \"a\",\n   '$x', E'\\n', `b`"))
                .isEqualTo("psql -c \"SELECT \\\"a\\\", '\\$x', E'\\\\n', \\`b\\`\"");
    }

    @Test
    void givesEachStatementATransactionOfItsOwn() {
        assertThat(Psql.command("SELECT 1", "SELECT 2")).isEqualTo("psql -c \"SELECT 1\" -c \"SELECT 2\"");
    }
}
