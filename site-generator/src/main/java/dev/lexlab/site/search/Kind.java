package dev.lexlab.site.search;

/** What a result is. */
enum Kind {
    TERM("Term"),
    CONCEPT("Concept"),
    LAB("Lab"),
    TASK("Task"),
    MYTH("Myth");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
