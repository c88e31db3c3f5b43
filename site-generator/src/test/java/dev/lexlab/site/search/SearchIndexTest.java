package dev.lexlab.site.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import dev.lexlab.site.render.RenderedSite;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    private static final Site SITE = site("Kettle", "Water and <b>heat</b> &amp; time.");

    @Test
    void pagesStandInReadingOrderWithTheirNamesKindsAndLabs() {
        assertThat(new FoundPages(SITE).all().stream().map(SearchIndexTest::line))
                .containsExactly(
                        "tea/index.html CONCEPT [Tea] 0 true",
                        "tea/kettle.html TERM [Kettle, boiler, kettles] 0 true",
                        "tea/cup.html TERM [Cup] 0 false",
                        "labs/pour/index.html LAB [Pouring] 0 true",
                        "labs/pour/fill.html TASK [Fill a cup] 0 true");
    }

    private static String line(FoundPage page) {
        return page.url() + " " + page.kind() + " " + page.names() + " " + page.concept() + " " + page.practised();
    }

    @Test
    void aTermIsFoundByItsDefinitionEachOfItsHeadingsAndEachMyth() {
        assertThat(page("tea/kettle.html").sections())
                .containsExactly(
                        new FoundSection(Kind.TERM, "", "", "Boils water.", "Water and heat & time."),
                        new FoundSection(Kind.TERM, "kinds", "Kinds", "", "Two."),
                        new FoundSection(Kind.MYTH, "lx-myth-1", "Kettles think.", "", "They do not. Ask one."));
    }

    @Test
    void aTaskIsFoundByItsGuideFilesAndChecksButNeverByItsHints() {
        assertThat(page("labs/pour/fill.html").sections())
                .containsExactly(
                        new FoundSection(Kind.TASK, "", "", "Fill it with pour.", "Take a cup."),
                        new FoundSection(Kind.TASK, "lx-begin", "Begin", "", "cup.sql: the cup"),
                        new FoundSection(Kind.TASK, "lx-checks", "What is checked", "", "the cup is full (full)"));
        assertThat(text(SITE)).doesNotContain("spoiler");
    }

    @Test
    void everyResultLeadsToAnElementOfARenderedPage() {
        SortedMap<String, byte[]> files = RenderedSite.of(SITE, false);
        int seen = 0;
        for (FoundPage page : new FoundPages(SITE).all()) {
            var document = Jsoup.parse(new String(files.getOrDefault(page.url(), new byte[0]), UTF_8));
            assertThat(document.select("h1").text()).isEqualTo(page.title());
            for (FoundSection section : page.sections()) {
                seen++;
                if (!section.anchor().isEmpty()) {
                    assertThat(document.getElementById(section.anchor()))
                            .as(page.url() + "#" + section.anchor())
                            .isNotNull();
                }
            }
        }
        assertThat(seen).isEqualTo(9);
    }

    @Test
    void theScriptIsOneAssignmentOfTheFormThatItsReaderKnows() {
        Site site = site(List.of(concept(term("tea/index.html", "Tea", "<p>Hot tea.</p>"))), Map.of(), List.of());
        assertThat(text(site).replaceAll("\"stop\":\"[a-z ]+\"", "\"stop\":\"…\""))
                .isEqualTo("lexlabIndex={\"version\":1,\"stop\":\"…\",\"concepts\":[\"Tea\"],"
                        + "\"kinds\":[\"Term\",\"Concept\",\"Lab\",\"Task\",\"Myth\"],"
                        + "\"pages\":[[\"tea/index.html\",[\"Tea\"],1,0,1,[[\"\",\"\",\"Boils water. Hot tea.\"]]]],"
                        + "\"words\":\"boils hot tea water\",\"postings\":\"AT AK AZ AT\"};\n");
    }

    @Test
    void sameSiteSameBytes() {
        assertThat(text(site("Kettle", "Water and <b>heat</b> &amp; time."))).isEqualTo(text(SITE));
    }

    @Test
    void textIsDataWhateverItSays() {
        String hostile = "</script><!-- <b> \" \\ \u2028 \u2029 \u0000 \t é 😀 \ud800 __proto__";
        String script = text(site(hostile, "&lt;/script&gt; constructor"));
        assertThat(script)
                .doesNotContain("<", ">", "\u2028", "\u2029", "\u0000", "\t")
                .contains(
                        "\\u003C/script\\u003E\\u003C!-- \\u003Cb\\u003E \\\" \\\\ \\u2028 \\u2029 \\u0000 \\t é 😀 ? __proto__")
                .contains(" constructor ")
                .endsWith("};\n");
        assertThat(script.strip().lines()).hasSize(1);
    }

    @Test
    void aSiteWithoutPagesHasAnIndexToo() {
        Site empty = site(List.of(), Map.of(), List.of());
        assertThat(text(empty)).contains("\"pages\":[]").endsWith("\"words\":\"\",\"postings\":\"\"};\n");
    }

    private static String text(Site site) {
        return new String(SearchIndex.of(site), UTF_8);
    }

    private static FoundPage page(String url) {
        return new FoundPages(SITE)
                .all().stream()
                        .filter(page -> page.url().equals(url))
                        .findFirst()
                        .orElseThrow();
    }

    private static Site site(String title, String html) {
        Term headword = term("tea/index.html", "Tea", "<p>Hot.</p>");
        Term kettle = new Term(
                "kettle",
                "tea",
                "tea/kettle.html",
                title,
                List.of("boiler"),
                Optional.of("kettles"),
                "beginner",
                "Boils <code>water</code>.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Myth("Kettles <code>think</code>.", "They do not.", "Ask one.")),
                List.of(new Term.TaskLink("Fill a cup", "labs/pour/fill.html")),
                new Body("<p>" + html + "</p><h2 id=\"kinds\">Kinds</h2><p>Two.</p>", List.of(), List.of()),
                "",
                Optional.empty());
        Term cup = term("tea/cup.html", "Cup", "");
        Concept tea = new Concept("tea", "Tea", "Leaves.", headword, List.of(kettle, cup), List.of("pour"));
        return site(List.of(tea), Map.of("tea", headword, "kettle", kettle, "cup", cup), List.of(lab()));
    }

    private static Site site(List<Concept> concepts, Map<String, Term> terms, List<LabPage> labs) {
        return new Site(
                "Kettles",
                "About tea.",
                "/",
                concepts,
                terms,
                List.of(),
                labs,
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static LabPage lab() {
        LabPage.TaskPage fill = new LabPage.TaskPage(
                "pour",
                "fill",
                "labs/pour/fill.html",
                "Fill a cup",
                "Fill it with `pour`.",
                1,
                1,
                1,
                List.of(),
                List.of(new LabPage.FilePage("cup.sql", "the `cup`")),
                List.of(),
                List.of(new LabPage.CheckPage("full", 1, "the `cup` is full", Optional.empty())),
                List.of("A spoiler."),
                "start",
                "check",
                Optional.empty(),
                new Body("<p>Take a cup.</p>", List.of(), List.of()),
                Optional.empty());
        return new LabPage("pour", "labs/pour/index.html", "tea", "Pouring", "Water.", List.of(fill), Optional.empty());
    }

    private static Concept concept(Term headword) {
        return new Concept("tea", "Tea", "Leaves.", headword, List.of(), List.of("pour"));
    }

    private static Term term(String url, String title, String html) {
        return new Term(
                title.toLowerCase(Locale.ROOT),
                "tea",
                url,
                title,
                List.of(),
                Optional.empty(),
                "beginner",
                "Boils water.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Body(html, List.of(), List.of()),
                "",
                Optional.empty());
    }
}
