package dev.lexlab.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.dom.ByTag;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is let through as it is only where the cleaner's copy of it would be the same. */
class AllowedTest {
    private static final String[] PIECES = {
        "<p>",
        "</p>",
        "<a href=x>",
        "<a href=javascript:x>",
        "</a>",
        "<a ",
        " href='y'",
        " data-at=1.1",
        " id",
        " id=x",
        " class=note",
        " onclick=x",
        " style='x'",
        ">",
        "<b data-n=1>",
        "</b>",
        "<img src=x alt>",
        "<img src=x onerror=y>",
        "<aside data-kind=note>",
        "<aside role=note>",
        "<aside role=main>",
        "</aside>",
        "<h1>",
        "<h2 data-at=1.1>",
        "</h2>",
        "<svg>",
        "<math>",
        "</svg>",
        "<mtext>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "<template>",
        "</template>",
        "<table>",
        "<td colspan=2>",
        "<th scope=col>",
        "</table>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?x",
        "<body id=y>",
        "<html lang=x>",
        "<ol start=2>",
        "<li>",
        "<A HREF=z>",
        "<noscript>",
        "<iframe>",
        "</iframe>",
        "<textarea>",
        "<plaintext>",
        "words",
        "&lt;script>",
        "\"",
        "'",
        "/",
        "<x-y>",
        "<pre>\n"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2 id=a data-at=1.1>A</h2><p>x <a href=y data-ref=page data-at=1.1>z</a> <code class=x>a &lt; b</code></p>",
                "<aside class=note data-kind=tip><p>x</p></aside><ol start=2><li>y</ol><img src=x alt='' title=y>",
                "<table><tbody><tr><th scope=row colspan=2>x<td rowspan=2>y</table>",
                ""
            })
    void whatPagesHoldIsLetThrough(String html) {
        assertThat(isAllowed(document(html))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick=x>y</p>",
                "<p href=x>y</p>",
                "<p id>y</p>",
                "<h1>x</h1>",
                "<p>x<!-- y --></p>",
                "<!-- y -->",
                "<aside role=main>x</aside>",
                "<aside role=note>x</aside>",
                "<svg><a href=x>y</a></svg>",
                "<p><style>x</style></p>"
            })
    void allElseIsCopied(String html) {
        assertThat(isAllowed(document(html))).isFalse();
    }

    @Test
    void dataInAnAllowedElementIsCopied() {
        Document document = document("<p>x</p>");
        document.body().child(0).appendChild(new DataNode("<script>"));

        assertThat(isAllowed(document)).isFalse();

        document = document("<p>x</p>");
        document.body().child(0).appendChild(new Comment("x"));

        assertThat(isAllowed(document)).isFalse();
    }

    @Test
    void attributesOfTheBodyAreCopied() {
        Document document = document("<p>x</p>");
        document.body().attr("id", "x");

        assertThat(isAllowed(document)).isFalse();
    }

    @Test
    void aCopyOfWhatIsLetThroughIsTheSameAgain() {
        Random random = new Random(11);
        int through = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                html.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Document dirty = document(html.toString());
            if (isAllowed(dirty)) {
                through++;
                assertThat(Allowed.copy(dirty).outerHtml())
                        .as(html.toString())
                        .isEqualTo(dirty.body().outerHtml());
            }
        }
        assertThat(through).isBetween(2_000, 40_000);
    }

    private static boolean isAllowed(Document document) {
        Element body = document.body();
        return Allowed.isBody(body) && ByTag.below(body).all().stream().allMatch(Allowed::is);
    }

    private static Document document(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }
}
