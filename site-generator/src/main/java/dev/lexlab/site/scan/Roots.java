package dev.lexlab.site.scan;

import dev.lexlab.lab.files.Course;
import java.nio.file.Path;

/**
 * Where things are read from.
 *
 * @param course gives paths their names in messages and bounds what may be included
 * @param content absolute
 * @param labs absolute
 */
public record Roots(Course course, Path content, Path labs) {

    public Roots {
        content = content.toAbsolutePath().normalize();
        labs = labs.toAbsolutePath().normalize();
    }

    public String name(Path file) {
        return course.name(file);
    }

    /** The folder that includes may not leave: the course, or the content alone where that lies elsewhere. */
    Path jail(Path file) {
        for (Path root : new Path[] {course.root(), content, labs}) {
            if (file.startsWith(root)) {
                return root;
            }
        }
        return file.resolveSibling("");
    }
}
