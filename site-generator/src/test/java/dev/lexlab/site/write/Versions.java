package dev.lexlab.site.write;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small course whose content exists in some versions, side by side so that builds of two can run at the same time. A
 * version's mark is in the site's title, and so on every page; each version has a page that the others have not.
 *
 * @param program builds it
 * @param course its state folder and its caches are shared by the builds of all versions
 * @param sites by version: what a clean build of it makes, by path
 * @param generations by version: the name of the folder that holds these files
 */
record Versions(
        Program program,
        Path course,
        SortedMap<String, SortedMap<String, byte[]>> sites,
        Map<String, String> generations) {
    static final List<String> NAMES = List.of("amber", "birch", "cedar", "daisy");

    private static final int TERMS = 12;

    Versions {
        sites = Collections.unmodifiableSortedMap(new TreeMap<>(sites));
        generations = Map.copyOf(generations);
    }

    /**
     * Writes the course, and builds each version once, cleanly, into a folder of its own.
     *
     * @param aside takes those builds, and the program
     */
    static Versions begin(Path course, Path aside) throws IOException, GenerationFolder.Refused {
        SortedMap<String, SortedMap<String, byte[]>> sites = new TreeMap<>();
        Map<String, String> generations = new TreeMap<>();
        try (SitePipeline pipeline = new SitePipeline(aside.resolve("state"))) {
            for (String version : NAMES) {
                write(course, version);
                Path out = aside.resolve(version);
                Roots roots = new Roots(new Course(course), content(course, version), course.resolve("labs"));
                BuildOutcome outcome = pipeline.build(new BuildRequest(roots, out, Optional.empty(), true, false));
                if (outcome.status() != BuildOutcome.Status.BUILT) {
                    throw new IllegalStateException(version + " does not build: " + outcome.problems());
                }
                Path generation = out.toRealPath();
                sites.put(version, files(generation));
                generations.put(version, generation.getFileName().toString());
            }
        }
        return new Versions(Program.in(aside), course, sites, generations);
    }

    /** All files under a folder, by path with forward slashes. */
    static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> !Files.isDirectory(path)).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** What a clean build of a version makes, by path. */
    SortedMap<String, byte[]> site(String version) {
        return Optional.ofNullable(sites.get(version)).orElseThrow();
    }

    /** The name of the folder that holds it. */
    String generation(String version) {
        return Optional.ofNullable(generations.get(version)).orElseThrow();
    }

    Path out() {
        return course.resolve("target/site");
    }

    Path content(String version) {
        return content(course, version);
    }

    private static Path content(Path course, String version) {
        return course.resolve("versions").resolve(version);
    }

    private static void write(Path course, String version) throws IOException {
        Path content = content(course, version);
        Files.createDirectories(content.resolve("box/terms"));
        Files.writeString(content.resolve("site.yml"), "title: Boxes of %s\ntagline: Small.\n".formatted(version));
        Files.writeString(
                content.resolve("sources.yml"),
                "- {id: one, title: One, author: Us, url: https://example.org, licence: CC0-1.0, read: 2026-11-22}\n");
        Files.writeString(content.resolve("box/index.md"), page("Box", "It has a [[lid-1]]."));
        for (int i = 1; i <= TERMS; i++) {
            Files.writeString(
                    content.resolve("box/terms/lid-" + i + ".md"),
                    page("Lid " + i, "A lid of %s, after [[lid-%d]].".formatted(version, i % TERMS + 1)));
        }
        Files.writeString(
                content.resolve("box/terms/" + version + ".md"), page("Wood of " + version, "Like [[lid-1]]."));
    }

    private static String page(String title, String text) {
        return "---\nterm: %s\nlevel: beginner\ndefinition: A thing.\nsources: [one]\n---\n%s\n".formatted(title, text);
    }
}
