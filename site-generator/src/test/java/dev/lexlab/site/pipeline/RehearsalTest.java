package dev.lexlab.site.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does before the first save, so that it is as quick as the next ones. */
class RehearsalTest {
    @TempDir
    Path folder;

    private final AtomicReference<@Nullable LiveSite> shown = new AtomicReference<>();

    @Test
    @SuppressWarnings("ReferenceEquality") // other bytes that are equal were made again
    void makesAPageAgainAndChangesNothing() throws Exception {
        TestSite site = TestSite.copy("labs", folder);
        try (SitePipeline pipeline = new SitePipeline(site.state())) {
            assertThat(pipeline.buildLive(site.request(), shown::set).status()).isEqualTo(BuildOutcome.Status.BUILT);
            Map<String, byte[]> first = twins();
            Map<String, byte[]> firstPages = files(".html");
            pipeline.buildLive(site.request(), shown::set);
            assertThat(twins())
                    .as("where nothing is rehearsed, nothing is made again")
                    .isEqualTo(first);

            BuildOutcome outcome = pipeline.rehearse(site.request(), 0, 1, shown::set);

            assertThat(outcome.status()).isEqualTo(BuildOutcome.Status.UNCHANGED);
            Map<String, byte[]> again = twins();
            assertThat(again.keySet()).isEqualTo(first.keySet());
            assertThat(again).allSatisfy((url, bytes) -> assertThat(bytes).isEqualTo(first.get(url)));
            assertThat(files(".html").keySet()).isEqualTo(firstPages.keySet());
            assertThat(files(".html"))
                    .allSatisfy((url, bytes) -> assertThat(bytes).isEqualTo(firstPages.get(url)));
            assertThat(again.entrySet().stream()
                            .filter(page -> page.getValue() != first.get(page.getKey()))
                            .map(Map.Entry::getKey))
                    .as("pages that were made again")
                    .hasSize(1);
        }
    }

    @Test
    void whatWasSavedMeanwhileIsShownAndToldAsBuilt() throws Exception {
        TestSite site = TestSite.copy("labs", folder);
        try (SitePipeline pipeline = new SitePipeline(site.state())) {
            pipeline.buildLive(site.request(), shown::set);
            site.replace("content/box/terms/lid.md", "Nothing more.", "Saved while nobody looked.");

            BuildOutcome outcome = pipeline.rehearse(site.request(), 0, 1, shown::set);

            assertThat(outcome.status()).isEqualTo(BuildOutcome.Status.BUILT);
            assertThat(text("box/lid.html")).contains("Saved while nobody looked.");
        }
    }

    /** They are made with their pages, and kept as bytes. */
    private Map<String, byte[]> twins() {
        return files(".html.md");
    }

    private Map<String, byte[]> files(String ending) {
        Map<String, byte[]> files = new HashMap<>();
        shown().addresses().stream().filter(url -> url.endsWith(ending)).forEach(url -> files.put(url, file(url)));
        return files;
    }

    private String text(String url) {
        return new String(file(url), UTF_8);
    }

    private byte[] file(String url) {
        return shown().file(url).orElseThrow();
    }

    private LiveSite shown() {
        return Objects.requireNonNull(shown.get());
    }
}
