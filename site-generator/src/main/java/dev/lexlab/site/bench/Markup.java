package dev.lexlab.site.bench;

import java.util.List;

/** The two that pages are written in. */
public enum Markup {
    ASCIIDOC("adoc"),
    MARKDOWN("md");

    private final String ending;

    Markup(String ending) {
        this.ending = ending;
    }

    /** Of file names, without the dot; also the markup's name in rows and options. */
    public String ending() {
        return ending;
    }

    Dialect forCourse() {
        return this == ASCIIDOC ? Asciidoc.OF_COURSES : Markdown.OF_COURSES;
    }

    Dialect forBareEngine() {
        return this == ASCIIDOC ? Asciidoc.PLAIN : Markdown.PLAIN;
    }

    /** Those that an option means: a name, or {@code both}. Empty where it is neither. */
    public static List<Markup> named(String option) {
        return List.of(values()).stream()
                .filter(markup -> option.equals("both") || option.equals(markup.ending))
                .toList();
    }
}
