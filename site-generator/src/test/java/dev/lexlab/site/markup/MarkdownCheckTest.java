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
    void tellsLinksAndFootnotesThatLeadNowhere() {
        assertThat(told(
                        "![x][gone], [a][b][one], [x][ ], [x](y)[z], [q], [^a b]",
                        "",
                        "[one]: y",
                        "",
                        "first[^A] and [^no] `[^code]`",
                        "",
                        "[^a]: first",
                        "[^a]: again",
                        "[^b]: never[^c]",
                        "[^c]: by one that is never called, and itself[^c]"))
                .containsExactly(
                        "a:1:1: error: link 'gone' is not defined; add a line '[gone]: address'",
                        "a:5:15: error: footnote 'no' is not defined; add a line '[^no]: text'",
                        "a:8:1: error: footnote 'a' is defined once more; give one of the two another name",
                        "a:9:1: error: no text leads to footnote 'b'; '[^b]' where it belongs, or delete it",
                        "a:10:1: error: no text leads to footnote 'c'; '[^c]' where it belongs, or delete it");
    }

    @Test
    void whatLooksLikeAFootnoteMayBeTheWordsOfALink() {
        assertThat(told("[^top][up]", "", "[up]: up.md")).isEmpty();
    }

    @Test
    void tellsCellsThatATableHasNoPlaceFor() {
        assertThat(told(
                        "| a | b |",
                        "|---|---|",
                        "| `x|y` | z |",
                        "| x \\| y | z |",
                        "| x | y | |",
                        "",
                        "> a | b",
                        "> --|--",
                        "> 1 | 2 | 3",
                        "",
                        "| a | b | c |",
                        "|---|---|",
                        "| 1 | 2 | 3 |",
                        "",
                        "a |- b"))
                .containsExactly(
                        "a:3:11: error: this cell has no place: the table's head has 2;"
                                + " '\\|' where a bar is no border, else another cell for the head",
                        "a:9:11: error: this cell has no place: the table's head has 2;"
                                + " '\\|' where a bar is no border, else another cell for the head",
                        "a:12:1: error: this is no table: the line above has more cells than this one;"
                                + " '\\|' where a bar is no border, else another '---|'");
    }

    @Test
    void tellsWhatIsLostInTheWordsOfAPicture() {
        String told = ": error: links, notes and pictures have no place in the words that stand for a picture;"
                + " describe it in plain words";

        assertThat(told("![a [[b]] *c [d](e) ![f](g)* <https://h.i/>](j) ![k[^l]](m) ![*n* `o`](p)", "", "[^l]: note"))
                .containsExactly("a:1:5" + told, "a:1:14" + told, "a:1:21" + told, "a:1:30" + told, "a:1:52" + told);
    }

    @Test
    void commentsAreNoHtmlButWhatStandsBesideThemIs() {
        assertThat(told("<!-- one -->", "", "x <!-- two --> y", "", "<!--", "three -->", "", "<!-- a --> <i>b</i>"))
                .containsExactly("a:8:1: error: HTML is not allowed here: <!-- a --> <i>b</i>; write it in Markdown");
    }

    @Test
    void tabsNeedADefinitionListBelow() {
        assertThat(told("<!-- tabs -->", "", "Name", ":   text", "", "<!-- tabs -->", "", "Name", "", "text"))
                .containsExactly("a:6:1: error: no definition list follows that could be shown as tabs;"
                        + " 'Name' and ':   text' below it");
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
