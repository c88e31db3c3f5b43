package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class BookTest {

    @Test
    void aLinkToATermLeadsToItsPlaceInTheBookAndAnyOtherToWhereItLed() {
        Document leaf = section("""
                <p><a href="index.html" data-term="brew">brew</a> <a href="index.html#steps">steps</a>
                <a href="#colour">colour</a> <a href="../labs/tea/pour.html#lx-hints">task</a>
                <a href="https://example.org/tea?x=1#a">out</a> <img src="../assets/cup.svg" alt="A cup"></p>""");

        assertThat(leaf.select("a").eachAttr("href"))
                .containsExactly(
                        "#brew",
                        "#brew--steps",
                        "#leaf--colour",
                        "labs/tea/pour.html#lx-hints",
                        "https://example.org/tea?x=1#a");
        assertThat(leaf.select("img").attr("src")).isEqualTo("assets/cup.svg");
        assertThat(leaf.select("[data-term]")).isEmpty();
    }

    @Test
    void headingsStandBelowTheirTermAndAnchorsAreOfThatTermAlone() {
        Document leaf = section("<h2 id=\"colour\">Colour</h2><h3 id=\"deep\">Deep</h3><h5>Deeper</h5>");

        assertThat(leaf.select("h4").eachAttr("id")).containsExactly("leaf--colour");
        assertThat(leaf.select("h5").eachAttr("id")).containsExactly("leaf--deep");
        assertThat(leaf.select("h6").text()).isEqualTo("Deeper");
    }

    @Test
    void codeKeepsItsLines() {
        String html = "<pre><code>one\n  two\n</code></pre>";

        assertThat(Book.of(site(html)).chapters().get(0).sections().get(1).html())
                .isEqualTo(html);
    }

    private static Document section(String html) {
        return Jsoup.parseBodyFragment(
                Book.of(site(html)).chapters().get(0).sections().get(1).html());
    }

    private static Site site(String html) {
        Term brew = TinySite.bare("tea", "brew", List.of());
        Term headword = TinySite.with(brew, "tea/index.html", brew.body());
        Term leaf = TinySite.with(
                TinySite.bare("tea", "leaf", List.of()), "tea/leaf.html", new Body(html, List.of(), List.of()));
        Concept concept = new Concept("tea", "Tea", "", headword, List.of(leaf), List.of());
        return TinySite.of(concept, new TreeMap<>(Map.of("brew", headword, "leaf", leaf)));
    }

    @Test
    void aSiteOfManyTermsHasNoPageOfThemAllAndNoLinkToIt() {
        assertThat(RenderedSite.of(siteOf(300), false)).containsKey("book.html");

        SortedMap<String, byte[]> files = RenderedSite.of(siteOf(301), false);

        assertThat(files).doesNotContainKey("book.html").containsKey("index.html");
        assertThat(new String(files.getOrDefault("index.html", new byte[0]), UTF_8))
                .contains("glossary.html")
                .doesNotContain("book.html");
    }

    private static Site siteOf(int terms) {
        Map<String, Term> all = new TreeMap<>();
        for (int i = 1; i < terms; i++) {
            all.put("term-" + i, TinySite.bare("tea", "term-" + i, List.of()));
        }
        Term headword = TinySite.bare("tea", "headword", List.of());
        Concept concept = new Concept("tea", "Tea", "", headword, List.copyOf(all.values()), List.of());
        all.put("headword", headword);
        return TinySite.of(concept, all);
    }
}
