package dev.lexlab.site.scan;

import java.nio.file.Path;

/**
 * A page: a concept's overview, a term, or the guide of a task.
 *
 * @param concept folder below content; for a guide the lab
 * @param slug file name without its ending
 * @param file absolute and without detours, as {@link Roots} are
 */
public record PageFile(Kind kind, String concept, String slug, Path file, SourceText source) {

    /** What a page is for. */
    public enum Kind {
        OVERVIEW,
        TERM,
        GUIDE
    }

    public String name() {
        return source.name();
    }
}
