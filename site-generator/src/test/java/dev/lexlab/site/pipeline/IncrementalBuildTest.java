package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Course;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a build keeps from the one before must never be seen: after each of many random edits the site, or what is told instead of it,
 * is the one that a build from nothing makes. {@code -Dlexlab.edits=200} tries more of them, {@code -Dlexlab.seed} the same again.
 */
class IncrementalBuildTest {
    private static final int EDITS = Integer.getInteger("lexlab.edits", 40);
    private static final long SEED = Long.getLong("lexlab.seed", new Random().nextLong(1_000_000));

    /** About as many as there are. */
    private static final int PAGES = 16;

    @TempDir
    Path folder;

    @Test
    void afterEveryEditTheSiteIsTheOneThatABuildFromNothingMakes() throws Exception {
        Path root = Files.createDirectories(folder.resolve("course"));
        EditedSite course = new EditedSite(root, SEED);
        List<String> edits = new ArrayList<>();
        AtomicReference<@Nullable LiveSite> warmLive = new AtomicReference<>();
        AtomicReference<@Nullable LiveSite> cleanLive = new AtomicReference<>();
        int built = 0;
        int stopped = 0;
        String told = "";
        try (SitePipeline warm = new SitePipeline(folder.resolve("warm"));
                SitePipeline anew = new SitePipeline(folder.resolve("anew"))) {
            for (int i = 0; i < EDITS; i++) {
                edits.add(i == 0 ? "the first build" : course.edit());

                Shown kept = build(warm, root, "warm-site", false);
                Shown clean = build(anew, root, "clean-site", true);
                if (i % 2 == 0) {
                    warm.rehearse(request(root, "none", false, true), i % PAGES, PAGES, warmLive::set);
                }

                assertThat(kept).as("seed %s, edits %s", SEED, edits).isEqualTo(clean);
                assertThat(live(warm, root, warmLive, false))
                        .as("live, seed %s, edits %s", SEED, edits)
                        .isEqualTo(live(anew, root, cleanLive, true));
                built += clean.said().isEmpty() ? 1 : 0;
                stopped += clean.said().isEmpty() ? 0 : 1;
                told = clean.said();
            }
        }
        assertThat(built)
                .as("edits after which there was a site; told last: %s", told)
                .isPositive();
        assertThat(stopped).as("edits after which there was none").isLessThan(EDITS);
    }

    /** What a reader sees, or what an author is told. */
    private record Shown(String said, SortedMap<String, String> files) {}

    private static BuildRequest request(Path root, String out, boolean clean, boolean live) {
        Course course = new Course(root);
        Roots roots = new Roots(course, course.content(), course.labs());
        return new BuildRequest(roots, root.resolve("target").resolve(out), Optional.empty(), clean, live);
    }

    private static Shown build(SitePipeline pipeline, Path root, String out, boolean clean) throws Exception {
        BuildRequest request = request(root, out, clean, false);
        BuildOutcome outcome = pipeline.build(request);
        if (outcome.status() == BuildOutcome.Status.PROBLEMS) {
            return new Shown(TestSite.told(outcome.problems()), new TreeMap<>());
        }
        return new Shown("", files(request.out().toRealPath()));
    }

    private static SortedMap<String, String> files(Path shown) throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shown)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        shown.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    /** @param shown what open pages of this server show */
    private static Shown live(
            SitePipeline pipeline, Path root, AtomicReference<@Nullable LiveSite> shown, boolean clean)
            throws IOException {
        BuildOutcome outcome = pipeline.buildLive(request(root, "none", clean, true), shown::set);
        if (outcome.status() == BuildOutcome.Status.PROBLEMS) {
            return new Shown(TestSite.told(outcome.problems()), new TreeMap<>());
        }
        SortedMap<String, String> all = new TreeMap<>();
        LiveSite site = Optional.ofNullable(shown.get()).orElseThrow();
        site.addresses()
                .forEach(path ->
                        all.put(path, new String(site.file(path).orElse(new byte[0]), StandardCharsets.ISO_8859_1)));
        return new Shown("", all);
    }
}
