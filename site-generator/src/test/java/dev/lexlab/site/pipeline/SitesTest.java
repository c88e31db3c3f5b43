package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder of {@code src/test/sites} for each behaviour: what is told about it stands in {@code problems.txt}, or the bodies
 * of its pages stand in {@code expected/}. {@code -Dlexlab.rewrite} writes what is now, for you to read the difference.
 */
class SitesTest {
    private static final boolean REWRITE = System.getProperty("lexlab.rewrite") != null;

    @TempDir
    static Path temporary;

    @RegisterExtension
    static final WarmPipeline pipeline = new WarmPipeline();

    static List<String> behaviours() throws IOException {
        try (Stream<Path> folders = Files.list(TestSite.SITES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("base"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void aSiteBecomesWhatItsFolderSays(String behaviour) throws Exception {
        TestSite site = TestSite.copy(behaviour, temporary.resolve(behaviour));
        Path folder = TestSite.SITES.resolve(behaviour);

        BuildOutcome outcome = pipeline.build(site.request());

        String told = TestSite.told(outcome.problems());
        if (!told.isEmpty() || Files.exists(folder.resolve("problems.txt"))) {
            isAsIn(folder.resolve("problems.txt"), told);
            return;
        }
        assertThat(outcome.status()).isEqualTo(BuildOutcome.Status.BUILT);
        List<String> pages = pagesOf(site);
        assertThat(pages).isNotEmpty();
        for (String page : pages) {
            isAsIn(folder.resolve("expected").resolve(page), site.body(page));
        }
    }

    private static List<String> pagesOf(TestSite site) throws IOException {
        return site.files().keySet().stream()
                .filter(path -> path.endsWith(".html") && path.contains("/") && !path.endsWith("index.html"))
                .toList();
    }

    private static void isAsIn(Path expected, String now) throws IOException {
        if (REWRITE) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, now);
        }
        assertThat(now).as(expected.toString()).isEqualTo(Files.readString(expected));
    }

    @Test
    void equalPagesInBothMarkupsAreEqualPages() throws Exception {
        TestSite site = TestSite.copy("markups-agree", temporary.resolve("agree"));

        assertThat(pipeline.build(site.request()).problems()).isEmpty();

        assertThat(site.body("box/markdown.html")).isEqualTo(site.body("box/asciidoc.html"));
    }

    @Test
    void theFoldersAreThere() throws IOException {
        assertThat(behaviours()).hasSizeGreaterThan(12);
    }
}
