package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Course;
import dev.lexlab.site.scan.Roots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the first visit to a page of our own content costs: its HTML, and the sheets and scripts that it loads by itself. */
class PageWeightTest {
    /** Bytes, each file compressed by itself as hosts send it. */
    private static final int BUDGET = 30_000;

    /** Kept between runs, so that only what changed is rendered. */
    private static final Path TARGET = Path.of("target/page-weight").toAbsolutePath();

    private static Path site;
    private static BuildOutcome outcome;

    @BeforeAll
    static void buildOurContent() throws Exception {
        Course course = Course.around(Path.of("")).orElseThrow();
        Path out = TARGET.resolve("site");
        Roots roots = new Roots(course, course.content(), course.labs());
        Files.createDirectories(TARGET);
        try (SitePipeline pipeline = new SitePipeline(TARGET.resolve("state"))) {
            outcome = pipeline.build(new BuildRequest(roots, out, Optional.empty(), false, false));
        }
        assertThat(outcome.problems()).isEmpty();
        site = out.toRealPath();
    }

    @Test
    void theFirstVisitToATermsPageIsLight() throws IOException {
        List<Weight> weights = weights();

        assertThat(weights).filteredOn(weight -> weight.total() > BUDGET).isEmpty();
        assertThat(weights).hasSizeGreaterThan(60);
        Weight heaviest =
                weights.stream().max(Comparator.comparingInt(Weight::total)).orElseThrow();
        System.out.println("heaviest term page, of " + BUDGET + " bytes: " + heaviest);
    }

    @Test
    void aPagesWeightIsAllThatItLoads() throws IOException {
        assertThat(weights()).allSatisfy(weight -> {
            assertThat(weight.parts().keySet()).anyMatch(file -> file.endsWith(".css"));
            assertThat(weight.parts().keySet()).anyMatch(file -> file.endsWith(".js"));
            assertThat(weight.parts()).containsKey(weight.page()).doesNotContainValue(0);
        });
    }

    private static List<Weight> weights() throws IOException {
        List<Weight> weights = new ArrayList<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                var dom = Jsoup.parse(Files.readString(page));
                if (!dom.body().hasClass("page-term")) {
                    continue;
                }
                TreeMap<String, Integer> parts = new TreeMap<>();
                parts.put(name(page), compressed(page));
                List<String> loaded = new ArrayList<>(dom.select("link[rel~=stylesheet|preload|modulepreload]")
                        .eachAttr("href"));
                loaded.addAll(dom.select("script[src]").eachAttr("src"));
                for (String address : loaded) {
                    Path file = page.resolveSibling(address).normalize();
                    parts.put(name(file), compressed(file));
                }
                weights.add(new Weight(name(page), parts));
            }
        }
        return weights;
    }

    private static String name(Path file) {
        return site.relativize(file).toString().replace('\\', '/');
    }

    private static int compressed(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(bytes)) {
            Files.copy(file, gzip);
        }
        return bytes.size();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private record Weight(String page, TreeMap<String, Integer> parts) {

        int total() {
            return parts.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return page + " " + total() + " bytes " + parts;
        }
    }
}
