package dev.lexlab.graders.postgres.catalog;

import java.util.List;

/** Indexes that were left half made, beside whole ones. */
final class InvalidCases {
    private final Names names;

    private InvalidCases(Names names) {
        this.names = names;
    }

    static World of(Names names) {
        InvalidCases invalid = new InvalidCases(names);
        return World.of(List.of(
                invalid.brokenOff(), invalid.whole(), invalid.several(), invalid.hollow(), invalid.ofPartitions()));
    }

    private Table table() {
        Table table =
                Table.of(names.table(), "id integer", "a integer", "b text").keyed("id");
        return table.holding("INSERT INTO " + table.place().written() + " VALUES (1, 7, 'x'), (2, 7, 'x')");
    }

    private Index broken(String... columns) {
        return Index.on(names.pair(), columns).unique().in(Index.State.BROKEN_OFF);
    }

    private Case brokenOff() {
        return Case.of(
                        "CREATE UNIQUE INDEX CONCURRENTLY found the same value twice and left an invalid index behind",
                        table().with(broken("a")))
                .ifExtra("valid-listed");
    }

    private Case whole() {
        return Case.of(
                        "these indexes are valid",
                        table().with(
                                        Index.on(names.pair(), "a"),
                                        Index.on(names.pair(), "id", "a").unique(),
                                        Index.on(names.pair(), "b").where("a > 0")))
                .ifExtra("valid-listed");
    }

    private Case several() {
        return Case.of(
                        "two invalid indexes of one table, and a valid one between them",
                        table().with(broken("a"), Index.on(names.pair(), "b"), broken("b")))
                .ifExtra("valid-listed");
    }

    private Case hollow() {
        Table parent = parent().with(Index.on(names.pair(), "a").in(Index.State.HOLLOW));
        return Case.of(
                        "CREATE INDEX … ON ONLY a partitioned table stays invalid until each partition has its part",
                        parent,
                        parent.partition(names.pair(), "IN (1)"))
                .ifMissing("kinds-of-indexes");
    }

    private Case ofPartitions() {
        Table parent = parent().with(Index.on(names.pair(), "a"));
        return Case.of(
                        "an index of a partitioned table that has its part in each partition is valid",
                        parent,
                        parent.partition(names.pair(), "IN (1)"))
                .ifExtra("valid-listed");
    }

    private Table parent() {
        return Table.of(names.table(), "id integer", "a integer").as(Table.Kind.PARTITIONED);
    }
}
