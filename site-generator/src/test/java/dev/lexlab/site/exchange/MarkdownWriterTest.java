package dev.lexlab.site.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {

    @Test
    void paragraphsHeadingsAndRulesStandApart() {
        is("<h2 id=a>A <em>b</em></h2><p>One\n two.</p>loose <b>words</b><hr><p>Three.</p>", """
                ## A *b*

                One two.

                loose **words**

                ---

                Three.
                """);
    }

    @Test
    void whatWouldBeMarkupIsEscaped() {
        is("<p>1. a * b_c _d_ [x] `t` &lt;b&gt; &amp;amp; \\</p><p># no</p><p>- no</p><p>2) no</p><p>1984</p>", """
                1\\. a \\* b_c \\_d\\_ \\[x\\] \\`t\\` \\<b> \\&amp; \\\\

                \\# no

                \\- no

                2\\) no

                1984
                """);
    }

    @Test
    void whatOnlyLooksLikeMarkupIsNot() {
        is("<p>a&amp;b; &amp;#c; &amp;d e; a_é_1 _\u00e9 \ud835\udc00_x</p><p>12 x</p><p>12</p>", """
                a\\&b; \\&#c; &d e; a_é_1 \\_é \ud835\udc00_x

                12 x

                12
                """);
    }

    @Test
    void spaceBesideMarksStaysOutsideAndOneSpaceIsLeftOfMany() {
        is("<p> a<strong> b\n\n c </strong>d<em> </em>e  f </p><h2>\n g <b> h</b>\t</h2><p> </p><p>i</p>", """
                a **b c** d e f

                ## g **h**

                i
                """);
    }

    @Test
    void codeKeepsItsLinesAndGetsAFenceThatIsLongEnough() {
        is(
                "<pre><code class='x language-sh'><span class=p>$ </span>a  *b*\n```\nc<b class=conum data-n=1></b>\n</code></pre>"
                        + "<p>Say <code>a`b</code>, <code>`</code> or <code>_x_</code>.</p>",
                """
                ````sh
                $ a  *b*
                ```
                c (1)
                ````

                Say ``a`b``, `` ` `` or `_x_`.
                """);
    }

    @Test
    void listsNestAndHoldBlocks() {
        is(
                "<ul><li>one</li><li>two<ol><li>a</li><li>b</li></ol></li></ul>"
                        + "<ol><li><p>first</p><pre><code>x\n\ny</code></pre></li><li>second</li></ol>",
                """
                - one

                - two

                  1. a
                  2. b

                1. first

                   ```
                   x

                   y
                   ```

                2. second
                """);
    }

    @Test
    void definitionsBecomeAListOfBoldWords() {
        is("<dl><dt>Oak</dt><dd>Hard.</dd><dt>Pine</dt><dd><p>Soft.</p><p>Light.</p></dd></dl>", """
                - **Oak**: Hard.

                - **Pine**

                  Soft.

                  Light.
                """);
    }

    @Test
    void tablesKeepTheirCellsApart() {
        is(
                "<table><thead><tr><th>N</th><th>S</th></tr></thead><tbody><tr><td>a|b</td><td><p>1</p><p>2</p></td></tr></tbody></table>",
                """
                | N | S |
                | --- | --- |
                | a\\|b | 1<br>2 |
                """);
    }

    @Test
    void aTableNeedsNoHeadAndNoBody() {
        is("<table><tr><td>1<td>2<tr><td>3<td></table><p>x</p>", """
                | 1 | 2 |
                | --- | --- |
                | 3 |  |

                x
                """);
    }

    @Test
    void factsAreSetApart() {
        is("<p class=head-meta><span>1\n min</span> <span></span><span>also <b>x</b></span></p>", """
                1 min · also **x**
                """);
    }

    @Test
    void notesAreThoseOfGithub() {
        is(
                "<aside class=note data-kind=warning><p>Hot.</p><p>Very.</p></aside><blockquote><p>Said.</p></blockquote>",
                """
                > [!WARNING]
                > Hot.
                >
                > Very.

                > Said.
                """);
    }

    @Test
    void linksAndPicturesKeepTheirAddress() {
        is(
                "<p><a href='a b.html'>x [y]</a> and <a href=c.html>c</a></p><figure><img src=p.svg alt='A *p*'><figcaption>P.</figcaption></figure>",
                """
                [x \\[y\\]](<a b.html>) and [c](c.html)

                ![A \\*p\\*](p.svg)

                *P.*
                """);
    }

    private static void is(String html, String markdown) {
        assertThat(new MarkdownWriter().write(Jsoup.parseBodyFragment(html).body()))
                .isEqualTo(markdown);
    }
}
