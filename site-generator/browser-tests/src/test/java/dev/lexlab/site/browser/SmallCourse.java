package dev.lexlab.site.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
