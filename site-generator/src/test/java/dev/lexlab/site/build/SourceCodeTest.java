package dev.lexlab.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; <1>",
                "SELECT 1;<1>",
                "SELECT 1; -- <1> <12>",
                "SELECT 1; # <1><2>",
                "SELECT 1; // <.>",
                "SELECT 1; ;;   <1>",
                "SELECT 1; <!-- <1> -->",
                "SELECT 1; <!--1--> <!--2-->",
                "  SELECT 1;  \\<1>"
            })
    void aNumberAtTheEndOfALineIsNoPartOfItsCode(String line) {
        for (Markup markup : Markup.values()) {
            String fence = markup == Markup.MARKDOWN ? "```" : "----";

            assertThat(source(markup, fence, line, fence).next("SELECT 1;"))
                    .as(markup + line)
                    .contains(new SourceCode.Block(0, 1, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT <1>;", "SELECT 1; <one>", "SELECT 1; <123>", "SELECT 1; --"})
    void otherBracketsAreCode(String line) {
        SourceCode source = source(Markup.MARKDOWN, "```", line, "```");

        assertThat(source.next("SELECT 1;")).isEmpty();
        assertThat(source.next(line)).isPresent();
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                Arguments.of(Markup.MARKDOWN, "x", List.of("```", "x", "```")),
                Arguments.of(Markup.MARKDOWN, "```\nx", List.of("````sql", "```", "x", "````")),
                Arguments.of(Markup.MARKDOWN, "```\n~~", List.of("~~~ sql", "```", "~~", "~~~~")),
                Arguments.of(Markup.MARKDOWN, "x\n``` y", List.of("```", "x", "``` y", "```", "")),
                Arguments.of(Markup.MARKDOWN, "x", List.of("1. > - ```", "x")),
                Arguments.of(Markup.MARKDOWN, "> x", List.of("> ```", "> > x", "> ```")),
                Arguments.of(Markup.ASCIIDOC, "x\n----", List.of("-----", "x", "----", "-----")),
                Arguments.of(Markup.ASCIIDOC, "x", List.of("```sql", "x", "```")),
                Arguments.of(Markup.ASCIIDOC, "x", List.of("[source%linenums,sql]", "x", "")),
                Arguments.of(Markup.ASCIIDOC, "x", List.of("====", "[source,sql]", "x", "====")),
                Arguments.of(Markup.ASCIIDOC, "x", List.of("[listing]", "--", "x", "--")),
                Arguments.of(Markup.ASCIIDOC, "include::x[]", List.of("....", "\\include::x[]", "....")));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void codeIsFoundInWhateverMakesItCode(Markup markup, String code, List<String> lines) {
        assertThat(source(markup, lines.toArray(String[]::new)).next(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[source,sql]\n\nx", "[.lead]\nx", "```x```", "````x\n````", "////\n----\nx\n----\n////"})
    void whatIsNotCodeIsNotFound(String text) {
        for (Markup markup : Markup.values()) {
            assertThat(source(markup, text.split("\n")).next("x"))
                    .as(markup + text)
                    .isEmpty();
        }
    }

    @Test
    void equalBlocksAreFoundInTheirOrderAndNoMoreThanThereAre() {
        SourceCode source = source(Markup.MARKDOWN, "```", "x", "```", "~~~", "y", "~~~", "> ```", "> x", "> ```");

        assertThat(source.next("x")).map(SourceCode.Block::begin).contains(1);
        assertThat(source.next("x\n")).map(SourceCode.Block::begin).contains(7);
        assertThat(source.next("x")).isEmpty();
        assertThat(source.next("y")).map(SourceCode.Block::begin).contains(4);
        assertThat(source.behindLast()).map(SourceCode.Block::begin).contains(7);
        assertThat(source.behindLast()).isEmpty();
    }

    @Test
    void marksAreReadInBothMarkups() {
        assertThat(source(Markup.MARKDOWN, "<!-- untested: one", "   two --> rest", "<!--untested-->", "<!-- other -->")
                        .marks())
                .containsExactly(new SourceCode.Mark(0, 1, "one\n   two"), new SourceCode.Mark(2, 2, ""));
        assertThat(source(Markup.ASCIIDOC, "// untested: one", "// two", "//untested", "// other", "//// untested")
                        .marks())
                .containsExactly(new SourceCode.Mark(0, 1, "one"), new SourceCode.Mark(2, 3, ""));
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("```text\nx\n```\n", 100_001, 0, 100_001, 0),
                Arguments.of("```text\n", 2, 0, 2, 0),
                Arguments.of("<!--\n", 0, 0, 1, 0),
                Arguments.of("<!-- untested: x\n", 0, 1, 1, 0),
                Arguments.of("<!-- untested: x -->\n", 1, 100_000, 1, 0),
                Arguments.of("[source]\n", 1, 0, 2, 0),
                Arguments.of("[source]\nx\n\n", 1, 0, 100_001, 0),
                Arguments.of("// untested: x\n", 1, 0, 1, 100_000),
                Arguments.of("// x\n", 1, 0, 1, 0),
                Arguments.of("----\n....\n", 1, 0, 66_667, 0),
                Arguments.of("+\n\n", 1, 0, 1, 0),
                Arguments.of(">", 1, 0, 1, 0),
                Arguments.of("- ", 1, 0, 1, 0),
                Arguments.of("1) ", 1, 0, 1, 0),
                Arguments.of("<1>", 1, 0, 1, 0),
                Arguments.of(" <!--1-->", 1, 0, 1, 0),
                Arguments.of("`", 1, 0, 1, 0),
                Arguments.of("[source", 1, 0, 1, 0),
                Arguments.of(" ", 1, 0, 1, 0));
    }

    /** With a cost that grows faster than the page it would take hours, and with recursion it would end in a full stack. */
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(60)
    void aPageOfTheSameOverAndOverCostsWhatItIsLong(
            String part, int blocks, int marks, int inAsciidoc, int marksThere) {
        String text = part.repeat(100_000) + "x\n```\nx <1>\n```\n";

        assertThat(counted(source(Markup.MARKDOWN, text.split("\n")))).containsExactly(blocks, marks);
        assertThat(counted(source(Markup.ASCIIDOC, text.split("\n")))).containsExactly(inAsciidoc, marksThere);
    }

    /** Blocks, and those below a mark. */
    private static List<Integer> counted(SourceCode source) {
        int blocks = 0;
        int marked = 0;
        for (var block = source.behindLast(); block.isPresent(); block = source.behindLast()) {
            blocks++;
            marked += source.markAbove(block.get()).isPresent() ? 1 : 0;
        }
        return List.of(blocks, marked + source.marks().size());
    }

    private static SourceCode source(Markup markup, String... lines) {
        List<SourceText.Line> body = new ArrayList<>();
        for (String line : lines) {
            body.add(new SourceText.Line(line, "page", body.size() + 1));
        }
        return new SourceCode(new SourceText("page", markup, Optional.empty(), body));
    }
}
