package dev.lexlab.lab.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlMapTest {
    private final Problems problems = new Problems();

    @Test
    void aKeyThatStandsTwiceIsAProblem() {
        read("a: 1\nb: 2\na: 3\n");

        assertThat(told()).containsExactly("f.yml:3:1: error: key 'a' stands here a second time; first: line 1");
    }

    @Test
    void linesCountFromTheTopOfTheFileTheYamlStandsIn() {
        Yaml.read("page.md", "tirm: x\n", 1, problems).orElseThrow().refuseUnknownKeys();

        assertThat(told()).containsExactly("page.md:2:1: error: unknown key 'tirm'");
    }

    @Test
    void aValueOfAnotherKindIsAProblemAndReadsAsNothing() {
        YamlMap map = read("list: word\ntext: [a]\nnumber: seven\nflag: perhaps\n");

        assertThat(map.texts("list")).isEmpty();
        assertThat(map.text("text")).isEmpty();
        assertThat(map.integer("number", 1, 9)).isEqualTo(1);
        assertThat(map.flag("flag", true)).isFalse();
        assertThat(told())
                .containsExactly(
                        "f.yml:1:7: error: 'list' must be a list; write 'list: [a, b]'",
                        "f.yml:2:7: error: 'text' must be a text here",
                        "f.yml:3:1: error: 'number' must be a whole number from 1 to 9, not 'seven'",
                        "f.yml:4:1: error: 'flag' must be true or false, not 'perhaps'");
    }

    @Test
    void aKeyWithoutAValueIsNoText() {
        assertThat(read("definition:\n").optionalText("definition")).isEmpty();
    }

    @Test
    void aKeyThatMustHaveAValueAndHasNoneIsAProblem() {
        assertThat(read("title:\n").text("title")).isEmpty();
        assertThat(told()).containsExactly("f.yml:1:1: error: 'title' is empty; write its value after the colon");
    }

    @Test
    void aFileWithoutKeysIsAProblem() {
        assertThat(Yaml.read("f.yml", "", 0, problems)).isEqualTo(Optional.empty());
        assertThat(told()).containsExactly("f.yml:1: error: there are no 'key: value' lines here");
    }

    private YamlMap read(String text) {
        return Yaml.read("f.yml", text, 0, problems).orElseThrow();
    }

    private List<String> told() {
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}
