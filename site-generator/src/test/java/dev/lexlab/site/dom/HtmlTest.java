package dev.lexlab.site.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write is what jsoup would have written. */
class HtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>plain <em>words</em> &amp; signs: &lt;b&gt; \"q\" 'a' a&nbsp;b</p>",
                "<a href=\"?a=1&amp;b='2'\" title='\"<x>&nbsp;'>x</a>",
                "<p>no end<br>and<hr><img src=x.svg alt=''>",
                "<td>cell</td><table><tr><th scope=col>h<td hidden>d</table>",
                "<input checked disabled=disabled value=''><details open><summary>s</summary></details><video controls>",
                "<p id>x</p><p id=\"\">x</p><p id=ID>x</p>",
                "<p a\"b=c 1=2 <x='y'>x</p>",
                "<pre>\n\nfirst line\n\tindented</pre><textarea>\n a</textarea>",
                "<script>if (a < b && c) {}</script><style>a > b {}</style><!-- a comment -- ><noscript><b>x</noscript>",
                "<svg viewBox='0 0 1 1'><path d='M0'/><g></g><title>t</title></svg><math><mi>x</mi></math>",
                "<form><input></form><template><b>x</b></template><plaintext>a<b",
                "a 🚀 and \u0001 and \u007f and \u0085 and é and 日本 and \u2009—\u2009 and \ufeff",
                "<a title='🚀' id='a\u0002b'>x</a><unknown-tag x-y=1 /><b/>",
                "<p>&#xD800; &#0; &#13;</p>",
                ""
            })
    void isThatOfJsoup(String html) {
        assertSame(body(html));
    }

    @Test
    void isThatOfJsoupWhateverTheLetters() {
        Element body = body("<p title=x>x</p>");
        Element paragraph = body.child(0);
        for (int letter = 0; letter < 0x10000; letter++) {
            String text = "a" + (char) letter + "b";
            paragraph.attr("title", text).text(text);
            assertSame(body);
        }
    }

    @Test
    void isThatOfJsoupWhateverTheMarkup() {
        Random random = new Random(7);
        String[] pieces = {
            "<p>",
            "</p>",
            "<b ",
            "<a href=",
            ">",
            "</a>",
            "<table>",
            "<td>",
            "<svg>",
            "<br/>",
            "<!--",
            "-->",
            "\"",
            "'",
            "=",
            "&",
            "&nbsp;",
            " x ",
            "é",
            "<script>",
            "</script>",
            "<pre>\n",
            "\u0000",
            "🚀",
            "<li id=",
            "open",
            "<img alt=''",
            "/"
        };
        for (int i = 0; i < 5000; i++) {
            StringBuilder html = new StringBuilder();
            for (int j = random.nextInt(20); j >= 0; j--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            assertSame(body(html.toString()));
        }
    }

    @Test
    void isThatOfJsoupForTreesThatNobodyParsed() {
        Element body = body("<br>x");
        body.child(0).appendText("in an element that has no end");
        body.appendElement("h:x").attr("a:b", "c").attr("CamelCase", "d").attr("one", true);
        body.appendChild(new TextNode("\ud83d")).appendChild(new TextNode(""));
        assertSame(body);
    }

    private static void assertSame(Element body) {
        for (Node node : body.childNodes()) {
            StringBuilder html = new StringBuilder("before");
            Html.write(node, html);
            assertThat(html.toString()).isEqualTo("before" + node.outerHtml());
        }
    }

    private static Element body(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body();
    }
}
