package dev.lexlab.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Course;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A course of a few lines, for what our own content has none of. */
record SmallCourse(Path folder) {

    /**
     * Begins one.
     *
     * @param more lines of its {@code site.yml}
     */
    static SmallCourse begin(Path folder, String... more) throws IOException {
        SmallCourse course = new SmallCourse(folder);
        course.write("content/site.yml", "title: Boxes\ntagline: About boxes.\n" + String.join("\n", more) + "\n");
        course.write(
                "content/sources.yml",
                "- {id: one, title: One, author: Us, url: https://example.org, licence: CC0-1.0, read: 2026-11-22}\n");
        return course;
    }

    /** A page: its text begins in line 7. */
    void term(String file, String title, String definition, String text) throws IOException {
        write(
                file,
                "---\nterm: %s\nlevel: beginner\ndefinition: %s\nsources: [one]\n---\n%s\n"
                        .formatted(title, definition, text));
    }

    /** Builds its site, in which nothing may be wrong. */
    Path build() throws Exception {
        Roots roots = new Roots(new Course(folder), folder.resolve("content"), folder.resolve("labs"));
        Path out = folder.resolve("site");
        try (SitePipeline pipeline = new SitePipeline(folder.resolve("state"))) {
            BuildOutcome outcome =
                    pipeline.build(new BuildRequest(roots, out, Optional.of(BuiltSite.PATH), false, false));
            assertThat(outcome.problems()).isEmpty();
        }
        return out;
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
