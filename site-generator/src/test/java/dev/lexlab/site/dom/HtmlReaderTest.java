package dev.lexlab.site.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we read is what jsoup would have read. */
class HtmlReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "only words",
                "<p>plain <em>words</em> &amp; signs: &lt;b&gt; \"q\" 'a' a&nbsp;b &copy; &amp &#39; &#x41; & c</p>\n<hr />",
                "<a href=\"?a=1&amp;b='2'&copy=3\" title=\"\" hidden>x</a><img src=\"x\" alt=\"\" /><br><wbr>",
                "<ul>\n<li>one<ul><li>two</li></ul></li>\n</ul><dl><dt>t</dt><dd>d</dd><div><dt>t</dt><dd>d</dd></div></dl>",
                "<table>\n<thead><tr><th scope=\"col\">h</th></tr></thead>\n<tbody>\n<tr><td><p>x</p></td></tr></tbody></table>",
                "<table><caption>c <b>d</b></caption><colgroup><col><col></colgroup><tbody></tbody></table>",
                "<pre>\n\nfirst line\n\tindented</pre><pre tabindex=\"0\"><code class=\"language-sql\">a &lt; b</code></pre>",
                "<a class=\"x\"><svg viewBox=\"0 0 1 1\"><path d=\"M0\"/><g></g></svg> words</a>",
                "<h2 id=\"a\">x</h2><details open><summary>s</summary><p>t</p></details><button type=\"button\">b</button>",
                "&#8617; &#160;&#159;&#55295;&#55296;&#57344;&#65533;&#128640;&#0;&#12;&#99999999999; &#8617 &#x41; &#; &#a",
                "<a title=\"&#8617;&#39;&copy=&#150;&lt\" id=\"&amp;amp;\">&amp;lt;</a>",
                "<!--menu bar--><p>x<!-- a -->y<!--b--></p><table><!-- c --><tbody></tbody></table><svg><!--d--><g/></svg>",
                // What no printer writes.
                "<!---->x<!--->y<!-->z<!-- a --b --><p><!-- c --!>d --></p><!-- e",
                "<!--a--!>b--><!-- <!-- c --> d --><!--->e--><!--f--->",
                "<p>one<p>two",
                "<p><div>x</div></p>",
                "<h2><a><h3>x</h3></a></h2>",
                "<h2><h3>x</h3></h2>",
                "<li>a</li><li>b<li>c</ul>",
                "<ul><li>a<li>b</li></ul>",
                "<dl><dd><div><dt>x</dt></div></dd></dl>",
                "<b><p>x</b>y</p>",
                "<a>x<a>y</a></a>",
                "<a><p><a>x</a></p></a>",
                "<button><b><button>x</button></b></button>",
                "<table>text<tbody><tr><td>x</td></tr></tbody></table>",
                "<table>\u2003<tbody>\u000b<tr>\u00a0<td>x</td></tr></tbody></table>",
                "<table><tr><td>x</td></tr></table>",
                "<table><tbody><td>x</td></tbody></table>",
                "<table><p>x</p></table><tr><td>y</td></tr>",
                "<table><tbody><tr><td><table><tbody></tbody></table></td></tr></tbody></table>",
                "<P CLASS=x>x</P><p class=x>y</p><p class='z'>z</p><p a=\"1\"b=\"2\">x</p>",
                "<p id=\"a\" id=\"b\">x</p><p a\"b=c>x</p><p / id=\"a\">x</p>",
                "<div/>x</div><br/>y</br><image>",
                "a < b and <3 and </ and <!-- c --> and <?x?> and </p> and </div>",
                "<svg><b>x</b></svg>y",
                "<svg><foreignObject><b>x</svg>y",
                "<svg><title><i>x</svg>y",
                "<svg><svg></svg><path/></svg>y",
                "<svg viewBox=\"0 0 1 1\"><g class=\"x\" /><a href=\"x\" tabindex=\"-1\"><rect rx=\"6\"/><text x=\"1\">t &amp; u</text></a></svg>",
                "<p>x <svg><path d=\"M0\"></path>\n</svg> y</p><a><svg><a>x</a></svg></a><svg/>z",
                "<svg><path d=\"a\"D=\"b\"></svg>y<svg><Path/><g viewBox=\"x\" viewbox=\"y\"/></svg>",
                "<svg viewbox=\"0\"><g VIEWBOX=\"1\" xlink:href=\"x\" /></svg><p viewBox=\"x\">y</p>",
                "<svg><g><p>x</p></g></svg><svg><path></svg><table><svg></svg></table>",
                "<script>if (a < b && c) {}</script><style>a > b {}</style><title>x</title><textarea>\n y</textarea>",
                "<select><option>a<option>b</select><form><form>x</form></form><math><mi>x</mi></math><ruby>a<rt>b</ruby>",
                "<body class=\"x\">y</body>z",
                "nul \u0000 and <p title=\"\u0000\">\u0000</p> and \r\n and <pre>\r\nx</pre>",
                "<template><td>x</td></template><noscript><p>x</noscript><plaintext>x</p>",
                "<p",
                "<p class",
                "<p class=\"x",
                "<p class=\"x\"",
                "<p>x",
                "<p>x</",
                "<p>x</p"
            })
    void isWhatJsoupReads(String html) {
        assertSame(HtmlReader.fragment(html), Jsoup.parseBodyFragment(html));
        assertSame(HtmlReader.page(html), Jsoup.parse(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>a &amp; b</title>\n"
                        + "<link rel=\"icon\" href=\"x\">\n<script src=\"x\" defer></script>\n<script type=\"y\">{\"a\": \"&amp;\"}"
                        + "</script>\n</head>\n<body class=\"z\">\n<main><p>x</p></main>\n</body>\n</html>\n",
                "\n <!doctype html><html><head></head><body></body></html>",
                "<!doctype html>\n<html>\n<head>\n</head>\n<body>\n</body>\n</html>\n\n",
                "<!doctype html><html><head><title></title><script></script></head><body>x</body></html>",
                "<!DOCTYPE html><html><head></head><body></body></html>",
                "<!doctype html public><html><head></head><body></body></html>",
                "<!doctype html><html><head><script><!-- <script> </script> --></script></head><body></body></html>",
                "<!doctype html><html><head><title><b>x</title></head><body></body></html>",
                "<!doctype html><html><head><style>x</style><noscript><meta></noscript></head><body></body></html>",
                "<!doctype html><html><head><p>x</p></head><body></body></html>",
                "<!doctype html><html><head></head><body><p>x</p></body></html>behind",
                "<!doctype html><html><head></head><body><p>x</p></body>between</html>",
                "<!doctype html><html><head></head><body><p>x</body></html>",
                "<!doctype html><html><head><metal><linked></head><body></body></html>",
                "<!doctype html><html><body>x</body></html>",
                "<!doctype html><html><head></head>x<body></body></html>",
                "<!doctype html><html><head></head><body>x"
            })
    void isWhatJsoupReadsOfPages(String html) {
        assertSame(HtmlReader.page(html), Jsoup.parse(html));
    }

    @Test
    void isWhatJsoupReadsWhateverTheMarkup() {
        String[] pieces = {
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<a href=\"x\">",
            "</a>",
            "<table>",
            "</table>",
            "<tbody>",
            "</tbody>",
            "<tr>",
            "</tr>",
            "<td>",
            "</td>",
            "<ul>",
            "</ul>",
            "<li>",
            "</li>",
            "<dl>",
            "</dl>",
            "<dt>",
            "</dt>",
            "<dd>",
            "</dd>",
            "<div>",
            "</div>",
            "<h2 id=\"x\">",
            "</h2>",
            "<h3>",
            "</h3>",
            "<pre>",
            "</pre>",
            "<code>",
            "</code>",
            "<svg>",
            "</svg>",
            "<path />",
            "<br />",
            "<hr>",
            "<img alt=\"\">",
            "<button>",
            "</button>",
            "<caption>",
            "</caption>",
            "<main>",
            "</main>",
            "<span hidden>",
            "</span>",
            "<!-- x -->",
            "<!--",
            "-->",
            " ",
            "\n",
            "x",
            "é &amp; &lt;",
            "&nbsp;",
            "&",
            "<",
            ">",
            "\"",
            "<col>",
            "<colgroup>",
            "</colgroup>",
            "<input>",
            "<label>",
            "</label>"
        };
        Random random = new Random(11);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            assertSame(HtmlReader.fragment(html.toString()), Jsoup.parseBodyFragment(html.toString()));
        }
    }

    /** Each element has its end, so that most of these are read without jsoup: it is about where they stand. */
    @Test
    void isWhatJsoupReadsHoweverElementsStandInEachOther() {
        String[] names =
                ("p b a table tbody thead tr td th ul ol li dl dt dd div h2 h3 pre code span button caption colgroup section main"
                                + " blockquote em strong details summary label sub figure svg g text")
                        .split(" ", -1);
        Random random = new Random(13);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder html = new StringBuilder();
            nest(html, names, random, 5);
            assertSame(HtmlReader.fragment(html.toString()), Jsoup.parseBodyFragment(html.toString()));
        }
    }

    /** A test of the tests above: where all was left to jsoup, they would show nothing. */
    @Test
    void readsItselfWhatProgramsPrint() {
        String printed =
                "<h2 id=\"x\">x &amp; y</h2>\n<p>a <a href=\"b\">b</a><br /></p>\n<table><tbody><tr><td>c</td></tr></tbody></table>";
        Document read = HtmlReader.fragment(printed);
        assertThat(read.body().child(0).tag())
                .isSameAs(HtmlReader.fragment("<h2>y</h2>").body().child(0).tag());
        assertThat(Jsoup.parseBodyFragment("<h2>y</h2>").body().child(0).tag())
                .isNotSameAs(
                        Jsoup.parseBodyFragment("<h2>y</h2>").body().child(0).tag());
    }

    private static void nest(StringBuilder html, String[] names, Random random, int deep) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (deep == 0 || random.nextInt(4) == 0) {
                html.append(random.nextBoolean() ? "x" : "\n");
            } else {
                String name = names[random.nextInt(names.length)];
                html.append('<').append(name).append('>');
                nest(html, names, random, deep - 1);
                html.append("</").append(name).append('>');
            }
        }
    }

    private static void assertSame(Document ours, Document theirs) {
        assertThat(described(ours)).isEqualTo(described(theirs));
        ours.outputSettings().prettyPrint(false);
        theirs.outputSettings().prettyPrint(false);
        assertThat(ours.outerHtml()).isEqualTo(theirs.outerHtml());
        assertThat(ours.quirksMode()).isEqualTo(theirs.quirksMode());
    }

    private static String described(Node node) {
        StringBuilder all = new StringBuilder();
        describe(node, all);
        return all.toString();
    }

    private static void describe(Node node, StringBuilder all) {
        all.append('(').append(node.getClass().getSimpleName()).append(' ').append(node.nodeName());
        if (node instanceof Element element) {
            all.append(' ').append(element.tag().namespace());
            for (Attribute attribute : element.attributes()) {
                all.append(' ')
                        .append(attribute.getKey())
                        .append(attribute.hasDeclaredValue() ? "=" + attribute.getValue() : "");
            }
        } else {
            all.append(' ').append(node.outerHtml());
        }
        node.childNodes().forEach(child -> describe(child, all));
        all.append(')');
    }
}
