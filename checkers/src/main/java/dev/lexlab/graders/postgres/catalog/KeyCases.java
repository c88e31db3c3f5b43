package dev.lexlab.graders.postgres.catalog;

import java.util.ArrayList;
import java.util.List;

/** Tables with and without a primary key, and what merely looks like a table. */
final class KeyCases {
    private static final String[] COLUMNS = {"id integer NOT NULL", "part integer NOT NULL", "note text"};

    private final Names names;

    private KeyCases(Names names) {
        this.names = names;
    }

    static World of(Names names) {
        KeyCases keys = new KeyCases(names);
        List<Case> cases = new ArrayList<>(List.of(
                keys.none(),
                keys.one(),
                keys.several(),
                keys.merelyUnique(),
                keys.unlogged(),
                keys.partitioned(),
                keys.partitionedWithKey(),
                keys.child(),
                keys.lookalikes()));
        for (int i = 0; i < 6; i++) {
            cases.add(keys.any());
        }
        return World.of(cases);
    }

    private Table table() {
        return Table.of(names.table(), COLUMNS);
    }

    private Case none() {
        return Case.of("a table without any constraint has no primary key", table());
    }

    private Case one() {
        return Case.of("a table with a primary key is none to worry about", table().keyed("id"))
                .ifExtra("key-not-seen");
    }

    private Case several() {
        return Case.of("a primary key may have several columns", table().keyed("part", "id"))
                .ifExtra("key-not-seen");
    }

    private Case merelyUnique() {
        Table table = table();
        Index unique = Index.on(table.place().name() + "_pkey", "id").unique().heldBy(Index.Holder.UNIQUE);
        return Case.of(
                        "UNIQUE and NOT NULL together are no primary key, whatever the constraint is called",
                        table.with(unique))
                .ifMissing("unique-is-no-key");
    }

    private Case unlogged() {
        return Case.of("an unlogged table is a table, too", table().as(Table.Kind.UNLOGGED))
                .ifMissing("kinds-of-tables");
    }

    private Case partitioned() {
        Table parent = table().as(Table.Kind.PARTITIONED);
        return Case.of(
                        "a partitioned table counts, and its partitions do not",
                        parent,
                        parent.partition(names.pair(), "IN (1)"),
                        parent.partition(names.pair(), "IN (2)"))
                .ifMissing("kinds-of-tables")
                .ifExtra("partition-listed");
    }

    private Case partitionedWithKey() {
        Table parent = table().as(Table.Kind.PARTITIONED).keyed("id", "part");
        return Case.of(
                        "a partitioned table may have a primary key, and its partitions have it, too",
                        parent,
                        parent.partition(names.pair(), "IN (1)"))
                .ifExtra("key-not-seen");
    }

    private Case child() {
        Table parent = table().keyed("id");
        return Case.of(
                        "a child table gets the columns of its parent by INHERITS, and no primary key",
                        parent,
                        parent.child(names.pair()))
                .ifMissing("kinds-of-tables");
    }

    private Case lookalikes() {
        Place view = names.table();
        Place kept = names.table();
        Place counter = names.table();
        Place type = names.table();
        return Case.of(
                        "views, materialised views, sequences and types are no tables",
                        Table.other(view, "CREATE VIEW " + view.written() + " AS SELECT 1 AS id"),
                        Table.other(kept, "CREATE MATERIALIZED VIEW " + kept.written() + " AS SELECT 1 AS id"),
                        Table.other(counter, "CREATE SEQUENCE " + counter.written()),
                        Table.other(type, "CREATE TYPE " + type.written() + " AS (id integer)"))
                .ifExtra("no-table");
    }

    /** Nobody knows beforehand whether this one has a key. */
    private Case any() {
        Table table = table();
        boolean isKeyed = names.draw().flag();
        return Case.of(
                isKeyed ? "this table has a primary key" : "this table has no primary key",
                isKeyed ? table.keyed(names.draw().pick(List.of("id", "part"))) : table);
    }
}
