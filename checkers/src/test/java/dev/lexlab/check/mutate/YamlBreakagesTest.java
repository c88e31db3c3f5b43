package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlBreakagesTest {

    @Test
    void takesEntriesOutWithWhatIsBelowThem() {
        assertThat(Listed.results("run.yml", "a:\n  b: word\n  # said: no\nc: 7\n"))
                .containsExactlyInAnyOrder(
                        "\n  # said: no\nc: 7\n",
                        "a:\n\n  # said: no\nc: 7\n".replace("a:\n\n", "a:\n  \n"),
                        "a:\n  b: wore\n  # said: no\nc: 7\n",
                        "a:\n  b: word\n  # said: no\n\n",
                        "a:\n  b: word\n  # said: no\nc: 8\n");
    }

    @Test
    void breaksListsAndFlags() {
        assertThat(Listed.results("run.yml", "a: [x, \"80\"]\nb: true # yes\n- c\n"))
                .containsExactlyInAnyOrder(
                        "\nb: true # yes\n- c\n",
                        "a: [\"80\"]\nb: true # yes\n- c\n",
                        "a: [y, \"80\"]\nb: true # yes\n- c\n",
                        "a: [x]\nb: true # yes\n- c\n",
                        "a: [x, \"81\"]\nb: true # yes\n- c\n",
                        "a: [x, \"80\"]\nb: false # yes\n- c\n",
                        "a: [x, \"80\"]\nb: true # yes\n\n",
                        "a: [x, \"80\"]\nb: true # yes\n- d\n");
    }

    @Test
    void leavesVariablesAloneAndWhatIsSoAnyway() {
        String text = """
                build:
                  context: .
                environment:
                  NAME: tryout
                  # a comment: it is
                  PORT: "1"
                init: true
                tty: true
                """;

        assertThat(Listed.of("run.yml", text))
                .containsExactly("1: 'build: context: .' → dropped", "8: 'true' → 'false'");
        assertThat(YamlBreakages.variables(text)).containsExactly("NAME", "PORT");
    }
}
