package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LastBuildTest {
    private static final String LID = "content/box/terms/lid.md";
    private static final String WORK = "labs/box/" + "work" + "/first/answer.sql";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void aSiteWithALabThatIncludesFromElsewhere() throws IOException {
        site = TestSite.copy("auto-links", folder);
        site.write("shared/part.md", "A part of several pages.\n");
        site.write(LID, Files.readString(folder.resolve(LID)) + "\ninclude::../../../shared/part.md[]\n");
        site.write(WORK, "select 1;");
    }

    interface Change {
        void to(TestSite site, Path folder) throws Exception;
    }

    static Stream<Named<Change>> changes() {
        return Stream.of(
                change("a page", (site, folder) -> site.replace(LID, "lid", "LID")),
                change(
                        "a new page",
                        (site, folder) -> site.write("content/box/terms/nail.md", "---\ntitle: Nail\n---\n")),
                change("a page that is gone", (site, folder) -> Files.delete(folder.resolve(LID))),
                change("what a page includes", (site, folder) -> site.replace("shared/part.md", "part", "bits")),
                change("the site's settings", (site, folder) -> site.replace("content/site.yml", "boxes", "bones")),
                change("a new asset", (site, folder) -> site.write("content/assets/new.svg", "<svg/>")),
                change("a new lab", (site, folder) -> site.write("labs/box/lab.yml", "title: Box\n")),
                change("the history", (site, folder) -> Files.createDirectory(folder.resolve(".git"))),
                change("a page of the site", (site, folder) -> replaceInSite(site, "index.html")),
                change(
                        "a page that the site has lost",
                        (site, folder) -> Files.delete(site.out().resolve("box/lid.html"))),
                change("the site, gone", (site, folder) -> Files.delete(site.out())));
    }

    private static Named<Change> change(String name, Change change) {
        return named(name, change);
    }

    private static void replaceInSite(TestSite site, String page) throws IOException {
        Path file = site.out().resolve(page);
        Files.writeString(file, Files.readString(file).replace("html", "HTML"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void itStandsUntilAnythingOfItChanges(Change change) throws Exception {
        build(later());
        assertThat(stands()).isTrue();

        change.to(site, folder);

        assertThat(stands()).isFalse();
    }

    @Test
    void whatAKilledRunLeftIsTakenAway() throws Exception {
        build(later());
        site.write("target/.site-generations/x.partial", "half");

        assertThat(stands()).isTrue();

        assertThat(folder.resolve("target/.site-generations/x.partial")).doesNotExist();
    }

    @Test
    void whatALearnerWritesChangesNothing() throws Exception {
        build(later());

        site.write(WORK, "select 2;");

        assertThat(stands()).isTrue();
    }

    @Test
    void whatWasSavedJustBeforeItWasReadMayBeSavedAgainInTheSameMoment() throws Exception {
        build(System.currentTimeMillis());
        assertThat(stands()).as("all of it was just made").isFalse();

        build(later());
        assertThat(stands()).as("found unchanged by reading it, and at rest").isTrue();
    }

    @Test
    void itIsWhatWasAskedForThen() throws Exception {
        build(later());
        BuildRequest asked = site.request();

        assertThat(SitePipeline.isUnchanged(new BuildRequest(
                        asked.roots(), asked.out(), Optional.of("https://example.org/"), false, false)))
                .isFalse();
        assertThat(SitePipeline.isUnchanged(
                        new BuildRequest(asked.roots(), folder.resolve("elsewhere"), asked.baseUrl(), false, false)))
                .isFalse();
        assertThat(SitePipeline.isUnchanged(site.request(true))).as("--clean").isFalse();
    }

    @Test
    void anotherRequestsSiteInItsPlaceIsNotTheOneThatWasAskedFor() throws Exception {
        build(later());
        BuildRequest asked = site.request();
        try (SitePipeline pipeline = new SitePipeline(site.state(), LastBuildTest::later)) {
            pipeline.build(new BuildRequest(
                    asked.roots(), asked.out(), Optional.of("https://example.org/glossary/"), false, false));
        }

        assertThat(stands()).isFalse();
    }

    @Test
    void aPageThatLooksForAFileThatIsNotThereIsReadEachTime() throws Exception {
        site.write("content/box/terms/nail.adoc", """
                ---
                term: Nail
                level: beginner
                definition: A thing.
                sources: [one]
                ---
                A nail goes through a lid.

                include::../../../shared/perhaps.adoc[opts=optional]
                """);

        assertThat(build(later())).isEqualTo(BuildOutcome.Status.BUILT);

        assertThat(stands()).isFalse();
    }

    @Test
    void aDamagedOneIsNone() throws Exception {
        build(later());
        Path kept;
        try (Stream<Path> files = Files.list(site.state().resolve("cache/last-build"))) {
            kept = files.findFirst().orElseThrow();
        }
        List<String> lines = Files.readAllLines(kept);

        for (String damaged :
                List.of("", "?", String.join("\n", lines.subList(0, 2)), String.join("\n", lines) + "\nx")) {
            Files.writeString(kept, damaged);
            assertThat(stands()).as(damaged).isFalse();
        }
        assertThat(build(later())).isEqualTo(BuildOutcome.Status.UNCHANGED);
    }

    private boolean stands() throws IOException {
        return SitePipeline.isUnchanged(site.request());
    }

    private BuildOutcome.Status build(long now) throws Exception {
        try (SitePipeline pipeline = new SitePipeline(site.state(), () -> now)) {
            BuildOutcome outcome = pipeline.build(site.request());
            assertThat(TestSite.told(outcome.problems())).isEmpty();
            return outcome.status();
        }
    }

    /** All that was made until now is at rest then. */
    private static long later() {
        return System.currentTimeMillis() + Duration.ofHours(1).toMillis();
    }
}
