package dev.lexlab.graders.postgres.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the guide says that each view lists, told from what we made and never from the catalog. */
final class Truth {

    private Truth() {}

    static List<Row> of(View view, Table table) {
        if (table.kind() == Table.Kind.TEMPORARY || table.kind() == Table.Kind.OTHER) {
            return List.of();
        }
        return switch (view) {
            case TABLES -> isWithoutKey(table) ? List.of(row(table)) : List.of();
            case FOREIGN_KEYS ->
                table.foreignKeys().stream()
                        .filter(key -> !isServed(table, key))
                        .map(key -> row(table, key.name()))
                        .toList();
            case INDEXES -> needless(table);
        };
    }

    private static boolean isWithoutKey(Table table) {
        return table.kind() != Table.Kind.PARTITION && table.key().isEmpty();
    }

    private static boolean isServed(Table table, ForeignKey key) {
        return table.allIndexes().stream().anyMatch(index -> index.serves(key));
    }

    private static List<Row> needless(Table table) {
        List<Row> rows = new ArrayList<>();
        for (Index index : table.allIndexes()) {
            if (!index.isValid()) {
                rows.add(row(table, index.name(), Row.INVALID));
            } else if (!index.isHeld() && !kept(table, index).equals(index)) {
                rows.add(row(table, index.name(), Row.DUPLICATE));
            }
        }
        return List.copyOf(rows);
    }

    /** The one that stays of all that are the same as this one: any that is held, or else the first by name. */
    private static Index kept(Table table, Index index) {
        return table.allIndexes().stream()
                .filter(other -> other.isValid() && other.isSame(index))
                .min(Comparator.comparing((Index other) -> !other.isHeld()).thenComparing(Index::name))
                .orElseThrow();
    }

    private static Row row(Table table, String... more) {
        List<String> values =
                new ArrayList<>(List.of(table.place().schema(), table.place().name()));
        values.addAll(List.of(more));
        return new Row(values);
    }
}
