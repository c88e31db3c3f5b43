package dev.lexlab.graders.postgres.catalog;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What a learner writes, as the guide fixes it. The first two columns of each name a table. */
enum View {
    TABLES("tables_without_key", List.of("schema_name", "table_name")),
    FOREIGN_KEYS("foreign_keys_without_index", List.of("schema_name", "table_name", "constraint_name")),
    INDEXES("needless_indexes", List.of("schema_name", "table_name", "index_name", "reason"));

    private final String title;
    private final List<String> columns;

    View(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    String title() {
        return title;
    }

    List<String> columns() {
        return columns;
    }

    /** Names the schema, since a role may look somewhere else by itself. */
    String from() {
        return "public." + title;
    }

    /** Names are wanted, whatever their type. */
    String query() {
        return "SELECT " + columns.stream().map(column -> column + "::text").collect(joining(", ")) + " FROM " + from();
    }
}
