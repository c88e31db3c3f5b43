package dev.lexlab.site.pipeline;

import dev.lexlab.lab.files.Course;
import dev.lexlab.site.scan.Roots;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to build, and where to.
 *
 * @param out becomes a link to the site
 * @param baseUrl instead of the one in site.yml
 * @param clean whether to forget every cache first
 * @param live whether pages reload themselves when the site changes
 */
public record BuildRequest(Roots roots, Path out, Optional<String> baseUrl, boolean clean, boolean live) {

    /** A course as it stands, into its own target folder. */
    public static BuildRequest of(Course course) {
        Roots roots = new Roots(course, course.content(), course.labs());
        return new BuildRequest(roots, course.root().resolve("target/site"), Optional.empty(), false, false);
    }
}
