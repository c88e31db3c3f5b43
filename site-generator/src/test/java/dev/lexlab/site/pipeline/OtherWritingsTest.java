package dev.lexlab.site.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.address.Ledger;
import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.lookup.Definition;
import dev.lexlab.site.lookup.TermLookup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Names that are not English all the way through: {@code src/test/sites/other-writings}, served below a folder. */
class OtherWritingsTest {
    private static final String BASE = "https://example.org/b%C3%BCcher/glossar/";

    @RegisterExtension
    static final WarmPipeline pipeline = new WarmPipeline();

    @TempDir
    static Path folder;

    private static TestSite site;

    @BeforeAll
    static void aSite() throws Exception {
        site = TestSite.copy("other-writings", folder);
        assertThat(TestSite.told(pipeline.build(site.request()).problems())).isEmpty();
    }

    @Test
    void aHeadwordThatNoSlugCanSpellIsNamedByItsFolder() throws IOException {
        assertThat(page("box/oil.html").select(".prose a[data-term=box]").attr("href"))
                .isEqualTo("index.html");
    }

    @Test
    void aNameIsNotFoundWhereAMarkMakesItAnotherWord() throws IOException {
        assertThat(page("box/index.html").select(".prose a[data-term=oil]").eachText())
                .containsExactly("Cafe");
        assertThat(page("box/index.html").select(".prose > p").outerHtml())
                .contains("<p>Cafe\u0301 is another word than <a ");
    }

    @Test
    void titlesStandAsTheyWereWritten() throws IOException {
        assertThat(page("box/index.html").title()).isEqualTo("数据库 · Größen und 尺寸");
        assertThat(page("box/rocket.html").title()).isEqualTo("🚀 · Größen und 尺寸");
        assertThat(page("box/rocket.html")
                        .select("script[type=application/ld+json]")
                        .outerHtml())
                .contains("\"name\":\"🚀\"", "\"alternateName\":[\"Übermaß\",\"zebra\"]", BASE + "box/rocket.html");
        assertThat(page("index.html").select("meta[name=description]").attr("content"))
                .isEqualTo("Für alle 🚀. Und العربية.");
    }

    @Test
    void lettersWithMarksStandWithTheirLettersAndOtherAlphabetsHaveTheirOwn() throws IOException {
        Document glossary = page("glossary.html");

        assertThat(glossary.select(".letter h2").eachText()).containsExactly("#", "C", "D", "O", "U", "Z", "ह", "テ");
        assertThat(glossary.select(".letter dt").eachText())
                .containsExactly("数据库", "🚀", "Cafe", "Datenbank", "Öl", "Übermaß", "zebra", "हिन्दी", "テスト");
    }

    @Test
    void termsOfAConceptFollowByTitleWithoutRegardToMarks() throws IOException {
        assertThat(page("box/index.html").select(".side-terms a").eachText())
                .containsExactly("Overview", "Öl", "हिन्दी", "🚀");
    }

    @Test
    void everyAddressCanBeKeptAndReadAgain() throws IOException {
        List<PublicAddress> anchors = site.files().keySet().stream()
                .filter(file -> file.endsWith(".html"))
                .flatMap(file -> ids(file).stream().map(id -> new PublicAddress(file, id)))
                .toList();
        Path ledger = folder.resolve("addresses.txt");
        Ledger.empty().with(anchors).write(ledger);
        Problems problems = new Problems();

        assertThat(Ledger.read("addresses.txt", Files.readString(ledger), problems)
                        .missing(anchors))
                .isEmpty();
        assertThat(problems.sorted()).isEmpty();
        assertThat(anchors)
                .contains(
                        new PublicAddress("box/index.html", "größe-尺寸"),
                        new PublicAddress("box/ol.html", "σασ-نص-café"),
                        new PublicAddress("box/oil.html", "σασ-نص-café"));
    }

    @Test
    void theInventoryNamesThemAll() throws IOException {
        byte[] file = Files.readAllBytes(site.out().resolve("objects.inv"));
        String text = new String(file, UTF_8);
        int header = text.substring(0, text.indexOf("zlib.\n")).getBytes(UTF_8).length + "zlib.\n".length();
        String lines;
        try (var stream =
                new InflaterInputStream(new ByteArrayInputStream(Arrays.copyOfRange(file, header, file.length)))) {
            lines = new String(stream.readAllBytes(), UTF_8);
        }

        assertThat(lines.lines())
                .contains(
                        "数据库 std:term 1 box/index.html 数据库",
                        "box std:label 1 box/index.html 数据库",
                        "🚀 std:term 1 box/rocket.html 🚀",
                        "हिन्दी std:term 1 box/oil.html हिन्दी");
    }

    @Test
    void twinsAndTheListOfThemLeadThere() throws IOException {
        assertThat(Files.readString(site.out().resolve("box/oil.html.md")))
                .contains("# हिन्दी", "[there](ol.html.md)", "[数据库](index.html.md)");
        assertThat(Files.readString(site.out().resolve("llms.txt")))
                .contains("- [🚀](" + BASE + "box/rocket.html.md): Fliegt.");
        assertThat(Files.readString(site.out().resolve("sitemap.xml"))).contains("<loc>" + BASE + "box/ol.html</loc>");
    }

    @Test
    void thePageForWhatIsNotThereKeepsTheEncodingOfItsPlace() throws IOException {
        assertThat(page("404.html").select(".brand").attr("href")).isEqualTo("/b%C3%BCcher/glossar/index.html");
    }

    @Test
    void searchHasTheirWords() throws IOException {
        assertThat(Files.readString(site.out().resolve("search-index.js")))
                .contains(" ubermass", " 数", " ol", " हिनदी", " نص");
    }

    @Test
    void aWordIsLookedUpInAnyWriting() throws IOException {
        TermLookup lookup = new TermLookup(site.request().roots());

        for (String word : List.of("ÖL", "O\u0308l", "öle")) {
            assertThat(lookup.find(word).map(Definition::title)).as(word).contains("Öl");
        }
        assertThat(lookup.find("🚀").map(Definition::title)).contains("🚀");
        assertThat(lookup.find("数据库").map(Definition::title)).contains("数据库");
        assertThat(lookup.find("हिन्दी").map(Definition::title)).contains("हिन्दी");
    }

    private static Document page(String url) throws IOException {
        return Jsoup.parse(Files.readString(site.out().resolve(url)));
    }

    private static List<String> ids(String file) {
        try {
            return page(file).select(".prose [id]").eachAttr("id");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
