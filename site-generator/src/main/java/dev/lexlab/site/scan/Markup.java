package dev.lexlab.site.scan;

import java.util.Optional;

/** The languages that pages are written in. */
public enum Markup {
    ASCIIDOC(".adoc"),
    MARKDOWN(".md");

    private final String extension;

    Markup(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }

    /** By the end of a file's name. */
    public static Optional<Markup> of(String fileName) {
        for (Markup markup : values()) {
            if (fileName.endsWith(markup.extension)) {
                return Optional.of(markup);
            }
        }
        return Optional.empty();
    }
}
