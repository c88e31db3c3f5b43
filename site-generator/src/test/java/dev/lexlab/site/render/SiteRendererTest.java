package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.model.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SiteRendererTest {
    private static final SortedMap<String, byte[]> FILES = RenderedSite.of(TinySite.site(), false);
    private static final SortedMap<String, byte[]> LIVE = RenderedSite.of(TinySite.site(), true);

    @Test
    void writesEveryKindOfPage() {
        assertThat(FILES.keySet().stream().map(name -> name.replaceAll("\\.[0-9a-f]{8}\\.", ".HASH.")))
                .containsExactlyInAnyOrder(
                        "404.html",
                        "_headers",
                        "book.html",
                        "favicon.svg",
                        "glossary.html",
                        "index.html",
                        "labs/index.html",
                        "labs/tea/index.html",
                        "labs/tea/pour.html",
                        "myths.html",
                        "sources.html",
                        "tea/hostile.html",
                        "tea/index.html",
                        "tea/leaf.html",
                        "theme/early.HASH.js",
                        "theme/lexlab.HASH.css",
                        "theme/lexlab.HASH.js",
                        "theme/progress.HASH.js",
                        "theme/quiz.HASH.js",
                        "theme/search.HASH.css",
                        "theme/search.HASH.js");
    }

    @Test
    void everyLinkInsideTheSiteLeadsToAFileAndAnAnchorOfIt() {
        List<String> broken = new ArrayList<>();
        int seen = 0;
        for (String page : pages()) {
            for (Element link : document(page).select("[href]:not([rel=alternate]), [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                seen++;
                if (!URI.create(target).isAbsolute() && !resolves(page, target)) {
                    broken.add(page + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(seen).isGreaterThan(150);
    }

    private static boolean resolves(String page, String target) {
        String base = page.equals(Pages.NOT_FOUND) ? "/some/where/else/" : "/kettle/" + page;
        URI uri = URI.create(base).resolve(target);
        String file = uri.getPath().isEmpty() ? page : uri.getPath().replaceFirst("^/kettle/", "");
        if (page.equals(Pages.NOT_FOUND) && target.startsWith("#")) {
            file = page;
        }
        if (file.startsWith("assets/")) {
            return true; // pictures are put beside the pages after these are rendered
        }
        if (!FILES.containsKey(file)) {
            return false;
        }
        return uri.getFragment() == null || document(file).getElementById(uri.getFragment()) != null;
    }

    @Test
    void noIdStandsTwiceOnAPage() {
        for (String page : pages()) {
            assertThat(document(page).select("[id]").eachAttr("id")).as(page).doesNotHaveDuplicates();
        }
    }

    @Test
    void sameSiteGivesSameBytes() {
        assertThat(bytesAsText(RenderedSite.of(TinySite.site(), false))).isEqualTo(bytesAsText(FILES));
    }

    @Test
    void aTitleIsTextWhateverItSays() {
        for (String page : pages()) {
            Document document = document(page);
            assertThat(document.select("script:not([src], [type=application/ld+json])"))
                    .as(page)
                    .isEmpty();
            assertThat(document.select("b:contains(Tilt)")).as(page).isEmpty();
        }
        assertThat(document("tea/hostile.html").select("h1").text()).isEqualTo(TinySite.HOSTILE);
        assertThat(document("tea/hostile.html").title()).isEqualTo(TinySite.HOSTILE + " · Kettle");
    }

    @Test
    void aPageLoadsOnlyItsOwnFilesAndHasNoInlineCode() {
        for (String page : pages()) {
            Document document = document(page);
            assertThat(document.select("[style], [onclick], [onload], style"))
                    .as(page)
                    .isEmpty();
            assertThat(document.select("script, link[rel=stylesheet], img").eachAttr("src"))
                    .as(page)
                    .noneMatch(address -> address.contains("//"));
            assertThat(document.select("meta[http-equiv=Content-Security-Policy]")
                            .attr("content"))
                    .as(page)
                    .isEqualTo("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                            + " font-src 'self'; base-uri 'none'; form-action 'none'");
        }
    }

    @Test
    void everyPageHasOneMainOneHeadingALanguageATitleAndADescription() {
        for (String page : pages()) {
            Document document = document(page);
            assertThat(document.select("main")).as(page).hasSize(1);
            assertThat(document.select("h1")).as(page).hasSize(1);
            assertThat(document.select("html").attr("lang")).as(page).isEqualTo("en");
            assertThat(document.title()).as(page).isNotBlank();
            assertThat(document.select("meta[name=description]").attr("content"))
                    .as(page)
                    .isNotBlank();
            assertThat(document.select("body > :first-child").attr("href"))
                    .as(page)
                    .isEqualTo("#lx-main");
        }
    }

    @Test
    void aTermPageHasItsDefinitionMythsTasksAndNeighbours() {
        Document page = document("tea/leaf.html");
        assertThat(page.select(".definition").text()).isEqualTo("Leaf What gives tea its taste.");
        assertThat(page.select(".definition code").text()).isEqualTo("tea");
        assertThat(page.select(".aliases").text()).isEqualTo("also blade, 4 leaves");
        assertThat(page.select(".first").text()).isEqualTo("Know first Brewing");
        assertThat(page.select(".myth").text())
                .isEqualTo("You may have read Leaves are dust. In fact They are not. See for yourself Look.");
        assertThat(page.select(".practise a").attr("href")).isEqualTo("../labs/tea/pour.html");
        assertThat(page.select(".toc a").eachText())
                .containsExactly("Colour", "Taste", "Myths", "Practise it", "Sources");
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("index.html");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("hostile.html");
        assertThat(page.select(".edit a").attr("href")).isEqualTo("https://example.org/edit/leaf.md");
        assertThat(page.select(".side [aria-current=page]").eachText()).containsExactly("Leaf");
    }

    @Test
    void menusMarkThePageAndThePartOfTheSiteItBelongsTo() {
        assertThat(marks("tea/leaf.html", ".bar, .side-site, .foot")).containsExactly("true", "true");
        assertThat(marks("tea/index.html", ".bar, .side-site, .foot")).containsExactly("page", "page");
        assertThat(marks("tea/index.html", ".side-terms")).containsExactly("page");
        assertThat(marks("glossary.html", ".bar, .side-site, .foot")).containsExactly("page", "page", "page");
        assertThat(marks("labs/tea/pour.html", ".side-terms")).containsExactly("page");
        assertThat(pages()).allSatisfy(page -> assertThat(document(page).html()).doesNotContain("<!--"));
    }

    private static List<String> marks(String page, String menus) {
        return document(page).select(menus).select("[aria-current]").eachAttr("aria-current");
    }

    @Test
    void aSourceLeadsBackToEachPlaceThatCitesIt() {
        Element source = document("tea/leaf.html").expectFirst("#source-1");
        assertThat(source.select(".back a").eachAttr("href")).containsExactly("#cite-1-1", "#cite-1-2");
        assertThat(source.select(".back a").eachText()).containsExactly("↑a", "↑b");
        assertThat(source.text()).startsWith("The Manual, Tea Board. CC BY 4.0; read 2026-11-20.");
    }

    @Test
    void everyLinkedTermHasACardOnThePage() {
        int links = 0;
        for (String page : pages()) {
            for (Element link : document(page).select("a[data-term]")) {
                links++;
                Element card = document(page).expectFirst("#lx-card-" + link.attr("data-term"));
                assertThat(card.attr("role")).isEqualTo("tooltip");
                assertThat(card.hasAttr("hidden")).isTrue();
            }
        }
        assertThat(links).isGreaterThan(5);
    }

    @Test
    void theGlossaryIsSortedAndPointsFromOtherNamesToTheTerm() {
        Document page = document("glossary.html");
        assertThat(page.select(".entry dt").eachText())
                .containsExactly("4 leaves", TinySite.HOSTILE, "blade", "Brewing", "Leaf");
        assertThat(page.select(".alias dd").eachText()).containsExactly("see Leaf", "see Leaf");
        assertThat(page.select(".letters a").eachText()).containsExactly("#", "B", "L");
        assertThat(page.select(".letters span")).hasSize(24);
        assertThat(page.select(".finder").hasAttr("hidden"))
                .as("without scripts there is no filter")
                .isTrue();
    }

    @Test
    void theMythsPageLeadsToTheTerm() {
        assertThat(document("myths.html").select(".myth-term a").attr("href")).isEqualTo("tea/leaf.html#lx-myth-1");
    }

    @Test
    void theSourcesPageSaysWhoCitesThem() {
        assertThat(document("sources.html").select("#lx-source-manual").text())
                .isEqualTo("The Manual Tea Board · CC BY 4.0 · read 2026-11-20 Cited by Leaf");
    }

    @Test
    void aTaskPageShowsItsChecksFilesCommandsAndALadderOfHints() {
        Document page = document("labs/tea/pour.html");
        assertThat(page.select(".checks li").eachText())
                .containsExactly(
                        "1 point the water is hot hot", "2 points the cup is full full, tried when hot passes");
        assertThat(page.select("section[aria-labelledby=lx-begin] .files").text())
                .isEqualTo("cup.sql the cup");
        assertThat(page.select(".command").eachText())
                .containsExactly("$ ./lexlab start tea", "$ ./lexlab check tea/pour", "$ ./lexlab shell tea/pour");
        assertThat(page.select("details details details p").text()).isEqualTo("<b>Tilt</b> it.");
        assertThat(page.select("section[aria-labelledby=lx-around] dl > div").eachText())
                .containsExactly("kitchen where your programs run; image lexlab/kettle, on the network house");
        assertThat(page.select("details details > p code").eachText()).containsExactly("kettle");
        assertThat(page.select("details[open]")).isEmpty();
        assertThat(page.select(".facts dd").eachText()).containsExactly("about 10 minutes", "3 in 2 checks");
        assertThat(page.select(".facts .dots").attr("aria-label")).isEqualTo("2 of 5");
    }

    @Test
    void theHomePageShowsAnEntryThatCanBePractisedAndHowToBegin() {
        Document page = document("index.html");
        assertThat(page.title()).isEqualTo("Kettle: A glossary you can drink");
        assertThat(page.select(".specimen-head").text()).isEqualTo("Leaf");
        assertThat(page.select(".command").eachText())
                .containsExactly("$ ./lexlab start tea", "$ ./lexlab check tea/pour", "$ ./lexlab serve");
    }

    @Test
    void theFirstSentenceOfTheTaglineIsTheHeadline() {
        assertThat(Tagline.of("Short. And the rest. Of it.")).isEqualTo(new Tagline("Short", "And the rest. Of it."));
        assertThat(Tagline.of("Short.").headline()).isEqualTo("Short");
        assertThat(Tagline.of("Short").lead()).startsWith("Read what a thing is");
    }

    @Test
    void theNotFoundPageWorksAtAnyDepth() {
        assertThat(document("404.html").select("link[rel=stylesheet]").attr("href"))
                .startsWith("/kettle/theme/");
        assertThat(Jsoup.parse(new String(LIVE.get("404.html"), UTF_8))
                        .select("link[rel=stylesheet]")
                        .attr("href"))
                .startsWith("/theme/");
    }

    @Test
    void onlyALivePageTalksToTheServer() {
        String published = text("index.html");
        assertThat(published).doesNotContain("theme/live").doesNotContain("connect-src");
        assertThat(FILES.keySet()).noneMatch(name -> name.contains("live"));
        Document live = Jsoup.parse(new String(LIVE.get("index.html"), UTF_8));
        assertThat(live.select("meta[http-equiv]").attr("content")).endsWith("; connect-src 'self'");
        assertThat(live.select("script[src^=theme/live.], link[href^=theme/live.]"))
                .hasSize(2);
        assertThat(LIVE.keySet()).anyMatch(name -> name.matches("theme/live\\.[0-9a-f]{8}\\.js"));
    }

    @Test
    void aSiteWithoutLabsHasAHomePageToo() {
        Site full = TinySite.site();
        Site bare = new Site(
                full.title(),
                full.tagline(),
                full.baseUrl(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        Document home = Jsoup.parse(new String(RenderedSite.of(bare, false).get("index.html"), UTF_8));
        assertThat(home.select(".specimen, .begin")).isEmpty();
        assertThat(home.select("h1").text()).isEqualTo("A glossary you can drink");
    }

    @Test
    void searchIsNamedInEveryPageAndLoadedByNone() {
        for (String page : pages()) {
            Document document = document(page);
            Element button = document.expectFirst(".bar button.search-open");
            String root = page.equals(Pages.NOT_FOUND) ? "/kettle/" : "../".repeat(page.split("/", -1).length - 1);
            assertThat(button.attr("data-root")).as(page).isEqualTo(root);
            assertThat(button.attr("data-index")).as(page).isEqualTo(root + "search-index.js");
            for (String file : List.of(button.attr("data-code"), button.attr("data-style"))) {
                assertThat(file).as(page).startsWith(root + "theme/search.");
                assertThat(FILES).as(page).containsKey(file.substring(root.length()));
            }
            assertThat(document.select("[src*=search], [href*=search]"))
                    .as(page + " loads it before anybody asked")
                    .isEmpty();
        }
    }

    @Test
    void theHeadersFileCarriesThePolicyOfThePages() {
        assertThat(text("_headers"))
                .startsWith("/*\n  Content-Security-Policy: default-src 'none'; style-src 'self';")
                .contains(
                        "; frame-ancestors 'none'\n", "/theme/*\n  Cache-Control: public, max-age=31536000, immutable");
    }

    private static List<String> pages() {
        return FILES.keySet().stream().filter(name -> name.endsWith(".html")).toList();
    }

    private static Document document(String page) {
        return Jsoup.parse(text(page));
    }

    private static String text(String file) {
        return new String(FILES.get(file), UTF_8);
    }

    private static Map<String, String> bytesAsText(SortedMap<String, byte[]> files) {
        Map<String, String> texts = new java.util.TreeMap<>();
        files.forEach((name, bytes) -> texts.put(name, new String(bytes, UTF_8)));
        return texts;
    }

    @Test
    void aMythAsksWhichOfTwoIsRightAndExactlyOneIs() {
        Element myth = document("myths.html").expectFirst("[data-quiz]");

        assertThat(myth.attr("data-quiz")).isEqualTo("leaf-1");
        assertThat(myth.select(".quiz-option").eachText())
                .containsExactlyInAnyOrder("Leaves are dust.", "They are not.");
        assertThat(myth.select("[data-right=true]").text()).isEqualTo("They are not.");
        assertThat(myth.select(".quiz").hasAttr("hidden"))
                .as("without a script all is told")
                .isTrue();
    }

    @Test
    void aPageSaysWhenItWasLastChangedWhereThatIsKnown() {
        assertThat(document("tea/leaf.html").select(".edit").text())
                .isEqualTo("Last changed 2026-11-20 · Suggest a change to this page");
        assertThat(document("tea/hostile.html").select(".edit")).isEmpty();
    }

    @Test
    void picturesAreCreditedOnThePageOfSources() {
        Element picture = document("sources.html").expectFirst("#lx-pictures + ul li");

        assertThat(picture.text()).isEqualTo("A cup Ann & Bob · CC BY 4.0 Shown in Leaf");
        assertThat(picture.select(".work a").attr("href")).isEqualTo("assets/cup.svg");
    }

    @Test
    void theOverviewHasALearningPathAndAMap() {
        Document overview = document("tea/index.html");

        assertThat(overview.select(".reading > li > a").eachText()).containsExactly("Leaf", "Pour", TinySite.HOSTILE);
        assertThat(overview.select(".map text").eachText()).containsExactlyInAnyOrder("Leaf", TinySite.HOSTILE);
        assertThat(overview.select(".map a").eachAttr("tabindex")).containsOnly("-1");
        assertThat(document("tea/leaf.html").select(".reading, .map")).isEmpty();
    }
}
