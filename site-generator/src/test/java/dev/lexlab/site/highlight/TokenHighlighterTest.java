package dev.lexlab.site.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenHighlighterTest {
    private final Highlighter highlighter = Highlighter.create();

    @ParameterizedTest
    @CsvSource({"sql,SELECT", "dockerfile,FROM", "python,def", "java,class", "bash,if", "json,true", "yaml,# why"})
    void knowsTheLanguagesOfOurPages(String language, String word) {
        assertThat(html(language, word)).startsWith("<span class=\"tok-");
    }

    @Test
    void theTextStaysTheText() {
        String code = "SELECT '<b>' -- a & b\n\n  FROM \"t\";\n";

        for (String language : highlighter.languages()) {
            assertThat(Jsoup.parseBodyFragment("<pre>\n" + html(language, code) + "</pre>")
                            .body()
                            .wholeText())
                    .as(language)
                    .isEqualTo(code);
        }
    }

    @Test
    void inAConsoleOnlyWhatWasTypedIsColoured() {
        assertThat(html("console", "$ echo hi\necho hi\n$ a \\\n  echo b"))
                .isEqualTo("<span class=\"prompt\">$ </span><span class=\"tok-function\">echo</span> hi\necho hi\n"
                        + "<span class=\"prompt\">$ </span>a \\\n  <span class=\"tok-function\">echo</span> b");
    }

    @Test
    void aCommentOverLinesStaysAComment() {
        assertThat(html("sql", "/* a\nb */"))
                .isEqualTo("<span class=\"tok-comment\">/* a</span>\n<span class=\"tok-comment\">b */</span>");
    }

    /** Tokenisers are kept, and what a text left open is nothing to the next one. */
    @Test
    void aTextIsColouredAsIfItWereTheFirst() {
        List<String> texts = List.of(
                "/* open",
                "SELECT 'open",
                "def f(x): return \"\"\"open",
                "cat <<EOF\nopen",
                "<!-- open",
                "<a b='open",
                "key: \"open",
                "{\"a\": 'open",
                "\\",
                "class A { int b = 1; // c\n}");
        for (String language : highlighter.languages()) {
            for (String before : texts) {
                for (String text : texts) {
                    String unused = html(language, before);
                    assertThat(html(language, text))
                            .as("%s: '%s' after '%s'", language, text, before)
                            .isEqualTo(html(Highlighter.create(), language, text));
                }
            }
        }
    }

    private String html(String language, String code) {
        return html(highlighter, language, code);
    }

    private static String html(Highlighter highlighter, String language, String code) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        Element block = page.body().appendElement("code").text("what was there before");
        highlighter.colour(language, code, block);
        return block.html();
    }
}
