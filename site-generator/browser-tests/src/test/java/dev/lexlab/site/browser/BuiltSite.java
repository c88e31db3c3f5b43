package dev.lexlab.site.browser;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our own content as it would be published under {@link #PATH}, on a host and on disk.
 *
 * @param folder what the host serves
 */
record BuiltSite(Path folder, StaticHost host) implements AutoCloseable {
    /** Not the root, so that a link which leads there by mistake is seen. */
    static final String PATH = "/some/course/";

    static BuiltSite build() throws IOException, GenerationFolder.Refused {
        Course course =
                Course.around(Path.of("")).orElseThrow(() -> new IllegalStateException("no course around here"));
        Path target = Path.of("target").toAbsolutePath();
        Path out = target.resolve("site");
        BuildRequest request = new BuildRequest(
                new Roots(course, course.content(), course.labs()), out, Optional.of(PATH), false, false);
        try (SitePipeline pipeline = new SitePipeline(target.resolve("state"))) {
            BuildOutcome outcome = pipeline.build(request);
            if (outcome.status() == BuildOutcome.Status.PROBLEMS) {
                throw new IllegalStateException("our own content does not build: " + outcome.problems());
            }
        }
        return new BuiltSite(out, StaticHost.serve(out, PATH));
    }

    /** Where a page is on the host. */
    String address(String page) {
        return host.address() + page;
    }

    /** Where a page is on disk, for a browser. */
    String file(String page) {
        return folder.resolve(page).toUri().toString();
    }

    /** Addresses of all pages, from the site's root; sorted. */
    List<String> pages() {
        try {
            Path root = folder.toRealPath();
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(file -> file.toString().endsWith(".html"))
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
