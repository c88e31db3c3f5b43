package dev.lexlab.graders.postgres.catalog;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, or something that merely looks like one.
 *
 * @param columns each with its type, as in SQL
 * @param key the columns of its primary key; empty where it has none
 * @param rows statements that put rows into it, before it gets foreign keys and indexes
 * @param definition all of its first statement, for what has no columns of its own; empty otherwise
 * @param parent what it is a partition of, or null
 */
record Table(
        Place place,
        Kind kind,
        List<String> columns,
        List<String> key,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        List<String> rows,
        String definition,
        @Nullable Table parent) {

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        rows = List.copyOf(rows);
    }

    enum Kind {
        TABLE("TABLE"),
        UNLOGGED("UNLOGGED TABLE"),
        /** By its column id. */
        PARTITIONED("TABLE"),
        PARTITION("TABLE"),
        TEMPORARY("TEMPORARY TABLE"),
        /** Views and sequences: none of them is a table of the guide. */
        OTHER("");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Table of(Place place, String... columns) {
        return new Table(place, Kind.TABLE, List.of(columns), List.of(), List.of(), List.of(), List.of(), "", null);
    }

    /** One that a statement makes which is not about columns. */
    static Table other(Place place, String statement) {
        return new Table(place, Kind.OTHER, List.of(), List.of(), List.of(), List.of(), List.of(), statement, null);
    }

    /** Gets columns, primary key, foreign keys and indexes from this one. */
    Table partition(String name, String values) {
        Place here = place.beside(name);
        return new Table(
                here,
                Kind.PARTITION,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "CREATE TABLE " + here.written() + " PARTITION OF " + place.written() + " FOR VALUES " + values,
                this);
    }

    /** Gets columns and nothing else from this one. */
    Table child(String name) {
        Place here = place.beside(name);
        return new Table(
                here,
                Kind.TABLE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "CREATE TABLE " + here.written() + " () INHERITS (" + place.written() + ")",
                null);
    }

    Table as(Kind other) {
        return new Table(place, other, columns, key, foreignKeys, indexes, rows, definition, parent);
    }

    Table keyed(String... names) {
        return new Table(place, kind, columns, List.of(names), foreignKeys, indexes, rows, definition, parent);
    }

    Table referring(ForeignKey... keys) {
        return new Table(place, kind, columns, key, List.of(keys), indexes, rows, definition, parent);
    }

    Table with(Index... all) {
        return new Table(place, kind, columns, key, foreignKeys, List.of(all), rows, definition, parent);
    }

    Table holding(String... statements) {
        return new Table(place, kind, columns, key, foreignKeys, indexes, List.of(statements), definition, parent);
    }

    /** Also those that the server makes by itself. */
    List<Index> allIndexes() {
        List<Index> all = new ArrayList<>();
        if (!key.isEmpty()) {
            all.add(Index.key(keyName(), key));
        }
        all.addAll(indexes);
        if (parent != null) {
            for (Index index : parent.allIndexes()) {
                if (index.isValid()) {
                    all.add(index.heldBy(Index.Holder.PARENT));
                }
            }
        }
        return all;
    }

    /** What makes the table, and puts its rows into it. */
    List<String> making() {
        List<String> statements = new ArrayList<>();
        statements.add(create());
        statements.addAll(rows);
        return statements;
    }

    /** What makes its indexes. */
    List<String> indexing() {
        return indexes.stream().map(index -> index.statement(place)).toList();
    }

    /** What makes its foreign keys; the tables that they refer to must be there. */
    List<String> linking() {
        return foreignKeys.stream().map(foreign -> foreign.statement(place)).toList();
    }

    /** Whether this statement of its making is to end with an error. */
    boolean breaksOff(String statement) {
        return indexes.stream()
                .anyMatch(index -> index.state() == Index.State.BROKEN_OFF
                        && index.statement(place).equals(statement));
    }

    private String create() {
        if (!definition.isEmpty()) {
            return definition;
        }
        String where = kind == Kind.TEMPORARY ? Quoted.name(place.name()) : place.written();
        String inside = columns.stream().collect(joining(", "))
                + (key.isEmpty()
                        ? ""
                        : ", CONSTRAINT " + Quoted.name(keyName()) + " PRIMARY KEY (" + Quoted.names(key) + ")");
        return "CREATE " + kind.words + " " + where + " (" + inside + ")"
                + (kind == Kind.PARTITIONED ? " PARTITION BY LIST (id)" : "");
    }

    private String keyName() {
        return place.name() + "_key";
    }
}
