package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.site.pipeline.BuildOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SitePipelineTest {
    private static final String LID = "content/box/terms/lid.md";

    @RegisterExtension
    static final WarmPipeline pipeline = new WarmPipeline();

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void aSite() throws IOException {
        site = TestSite.copy("auto-links", folder);
    }

    @Test
    void countsWhatItBuilt() throws Exception {
        BuildOutcome outcome = pipeline.build(site.request());

        assertThat(outcome.status()).isEqualTo(Status.BUILT);
        assertThat(outcome.concepts()).isEqualTo(1);
        assertThat(outcome.terms()).isEqualTo(3);
        assertThat(outcome.labs()).isZero();
        assertThat(site.out().resolve("index.html")).exists();
    }

    @Test
    void buildsNothingWhereNothingChanged() throws Exception {
        pipeline.build(site.request());
        Path generation = site.out().toRealPath();

        assertThat(pipeline.build(site.request()).status()).isEqualTo(Status.UNCHANGED);
        assertThat(site.out().toRealPath()).isEqualTo(generation);
    }

    @Test
    void buildsAgainWhereTheSiteWasDamaged() throws Exception {
        pipeline.build(site.request());
        Files.delete(site.out().resolve("box/lid.html"));

        assertThat(pipeline.build(site.request()).status()).isEqualTo(Status.BUILT);
        assertThat(site.out().resolve("box/lid.html")).exists();
    }

    @Test
    void sameInputSameBytesWhereverItLies(@TempDir Path elsewhere) throws Exception {
        TestSite copy = TestSite.copy("auto-links", elsewhere);
        pipeline.build(site.request());
        try (SitePipeline other = new SitePipeline(copy.state())) {
            other.build(copy.request());
        }

        assertThat(copy.files()).isEqualTo(site.files()).hasSizeGreaterThan(8);
    }

    @Test
    void editsGiveTheBytesOfACleanBuild() throws Exception {
        pipeline.build(site.request());
        site.replace(LID, "aliases: [closing lid, cover]", "aliases: [cover plate]");
        pipeline.build(site.request());
        site.write("content/box/terms/nail.md", page("Nail", "A nail goes through a lid."));
        site.replace("content/site.yml", "About boxes.", "All about boxes.");
        pipeline.build(site.request());
        site.replace("content/box/index.adoc", "A page of its own.", "A lid, and term:hinge[].");
        assertThat(pipeline.build(site.request()).status()).isEqualTo(Status.BUILT);
        SortedMap<String, String> edited = site.files();

        try (SitePipeline fresh = new SitePipeline(site.state())) {
            assertThat(fresh.build(site.request(true)).status()).isEqualTo(Status.BUILT);
        }

        assertThat(site.files()).isEqualTo(edited);
        assertThat(site.body("box/index.html")).contains("data-term=\"lid\"").contains("data-term=\"hinge\"");
    }

    @Test
    void aChangedTermChangesThePagesThatUseIt() throws Exception {
        pipeline.build(site.request());
        site.replace(LID, "term: Lid", "term: Closure");
        site.replace(LID, "plural: lids", "plural: closures");

        pipeline.build(site.request());

        assertThat(site.body("box/hinge.html")).startsWith("<p>Lids turn, a lid turns again.");
    }

    @Test
    void whatIsWrittenCanBeFoundAtOnceAndNoOtherPageOfItsOwnChanges() throws Exception {
        pipeline.build(site.request());
        SortedMap<String, String> before = site.files();
        assertThat(before.get("search-index.js")).doesNotContain("zanzibar");
        site.replace("content/box/index.adoc", "A page of its own.", "A page of its own, from Zanzibar.");

        pipeline.build(site.request());

        SortedMap<String, String> now = site.files();
        assertThat(now.get("search-index.js")).contains(" zanzibar\"");
        before.keySet()
                .removeAll(
                        List.of("search-index.js", "box/index.html", "box/index.html.md", "book.html", "book.html.md"));
        assertThat(now).containsAllEntriesOf(before);
    }

    @Test
    void whatAKilledCleanBuildHadMovedAwayGoesWithTheNextBuildOfAnyKind() throws Exception {
        Path left = site.state().resolve("cache/forgotten1");
        try (SitePipeline own = new SitePipeline(site.state())) {
            Files.createDirectories(left.resolve("cache"));
            assertThat(own.build(site.request()).status()).isEqualTo(Status.BUILT);
            assertThat(left).as("after one that converts").doesNotExist();

            Files.createDirectories(left.resolve("cache"));
            assertThat(own.build(site.request()).status()).isEqualTo(Status.UNCHANGED);
            assertThat(left).as("after one that finds nothing to do").doesNotExist();
        }
    }

    @Test
    void noTextOfAnAuthorBecomesAMenu() throws Exception {
        site.replace(LID, "never links", "never `<!--menu side-->` links");
        site.write("content/box/terms/nail.adoc", """
                ---
                term: Nail
                level: beginner
                definition: It holds <!--menu foot--> things.
                sources: [one]
                ---
                Iron.

                ++++
                <!--menu side-->
                ++++

                ----
                <!--menu bar-->
                ----
                """);

        BuildOutcome outcome = pipeline.build(site.request());

        assertThat(TestSite.told(outcome.problems())).isEmpty();
        for (String page : List.of("box/lid.html", "box/nail.html")) {
            Document shown = Jsoup.parse(Files.readString(site.out().resolve(page)));
            assertThat(shown.select("nav.side")).as(page).hasSize(1);
            assertThat(shown.select("footer.foot")).as(page).hasSize(1);
            assertThat(shown.select("header.bar")).as(page).hasSize(1);
        }
    }

    @Test
    void aFaultLeavesTheSiteThatIsShown() throws Exception {
        pipeline.build(site.request());
        SortedMap<String, String> before = site.files();
        site.replace(LID, "never links", "never [[links]]");

        BuildOutcome outcome = pipeline.build(site.request());

        assertThat(outcome.status()).isEqualTo(Status.PROBLEMS);
        assertThat(TestSite.told(outcome.problems()))
                .isEqualTo("content/box/terms/lid.md:9:13: error: term 'links' is not defined; "
                        + "known: boxing, hinge, lid\n");
        assertThat(site.files()).isEqualTo(before);
    }

    @Test
    void theSameFaultIsToldAgainFromTheCache() throws Exception {
        site.replace("content/box/index.adoc", "A page of its own.", "A {fault}.");

        String first = TestSite.told(pipeline.build(site.request()).problems());

        assertThat(first).startsWith("content/box/index.adoc:7:3: error: attribute 'fault' is not defined");
        assertThat(TestSite.told(pipeline.build(site.request()).problems())).isEqualTo(first);
    }

    @Test
    void aSourceThatIsGoneIsMissedWhereItIsCited() throws Exception {
        site.write("content/sources.yml", "[]\n");

        assertThat(TestSite.told(pipeline.build(site.request()).problems()))
                .contains(
                        "content/box/terms/lid.md:7:11: error: source 'one' is not in sources.yml; add it there, with the day you read it\n");
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws IOException {
        Files.createDirectories(site.out());

        assertThatThrownBy(() -> pipeline.build(site.request()))
                .isInstanceOf(GenerationFolder.Refused.class)
                .hasMessageContaining("exists and was not made by us; remove it or name another folder with --out");
    }

    private static String page(String title, String body) {
        return "---\nterm: " + title + "\nlevel: beginner\ndefinition: A thing.\nsources: [one]\n---\n" + body + "\n";
    }
}
