package dev.lexlab.site.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownCheckTest {
    @Test
    void tellsWhatStandsAnywhereInATextInItsOrder() {
        assertThat(told(
                        "<b>one</b>",
                        "",
                        "> - [x][two]",
                        ">   - *deep <i>three</i>*",
                        "> - four[^gone]",
                        "",
                        "| a | b |",
                        "|---|---|",
                        "| x | <u>five</u> |",
                        "",
                        "<!-- tabs -->",
                        "",
                        "[x][last]"))
                .containsExactly(
                        "a:1:1: error: HTML is not allowed here: <b>; write it in Markdown",
                        "a:3:5: error: link 'two' is not defined; add a line '[two]: address'",
                        "a:4:13: error: HTML is not allowed here: <i>; write it in Markdown",
                        "a:5:9: error: footnote 'gone' is not defined; add a line '[^gone]: text'",
                        "a:9:7: error: HTML is not allowed here: <u>; write it in Markdown",
                        "a:11:1: error: no definition list follows that could be shown as tabs; 'Name' and ':   text' below it",
                        "a:13:1: error: link 'last' is not defined; add a line '[last]: address'");
    }

    @Test
    void anEmptyTextHasNothing() {
        assertThat(told()).isEmpty();
    }

    private static List<String> told(String... lines) {
        List<SourceText.Line> body = IntStream.range(0, lines.length)
                .mapToObj(i -> new SourceText.Line(lines[i], "a", i + 1))
                .toList();
        return new MarkdownEngine()
                .convert(new SourceText("a", Markup.MARKDOWN, Optional.empty(), body)).problems().stream()
                        .map(Problem::toString)
                        .toList();
    }
}
