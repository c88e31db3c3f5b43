package dev.lexlab.graders.postgres.catalog;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What a learner writes, as the guide fixes it. The first two columns of each name a table. */
enum View {
    TABLES("tables_without_key"),
    FOREIGN_KEYS("foreign_keys_without_index"),
    INDEXES("needless_indexes");

    private final String title;

    View(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<String> columns() {
        return switch (this) {
            case TABLES -> List.of("schema_name", "table_name");
            case FOREIGN_KEYS -> List.of("schema_name", "table_name", "constraint_name");
            case INDEXES -> List.of("schema_name", "table_name", "index_name", "reason");
        };
    }

    /** Names the schema, since a role may look somewhere else by itself. */
    String from() {
        return "public." + title;
    }

    /** Names are wanted, whatever their type. */
    String query() {
        return "SELECT " + columns().stream().map(column -> column + "::text").collect(joining(", ")) + " FROM "
                + from();
    }
}
