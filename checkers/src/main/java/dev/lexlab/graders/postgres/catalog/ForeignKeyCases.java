package dev.lexlab.graders.postgres.catalog;

import java.util.ArrayList;
import java.util.List;

/** Foreign keys whose columns an index serves, and some that an index only seems to serve. */
final class ForeignKeyCases {
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d");

    private final Names names;

    private ForeignKeyCases(Names names) {
        this.names = names;
    }

    static World of(Names names) {
        ForeignKeyCases keys = new ForeignKeyCases(names);
        List<Case> cases = new ArrayList<>(List.of(
                keys.single("no index at all on the column"),
                keys.single("an index on just the column serves the foreign key", keys.on("a"))
                        .ifExtra("index-not-seen"),
                keys.twoOfOneTable(),
                keys.self(),
                keys.primaryKey(),
                keys.single("an index may have further columns behind those of the foreign key", keys.on("a", "d"))
                        .ifExtra("further-columns"),
                keys.composite("an index on both columns serves the foreign key", keys.on("a", "b")),
                keys.composite("the columns of a foreign key may come in any order in the index", keys.on("b", "a"))
                        .ifExtra("order-of-columns"),
                keys.single("how an index sorts makes no difference to a foreign key", keys.descending()),
                keys.single(
                        "a hash index serves a foreign key of one column",
                        keys.on("a").using("hash"))));
        cases.addAll(List.of(
                keys.composite("the index has only the first column of the foreign key", keys.on("a"))
                        .ifMissing("part-of-key"),
                keys.composite("two indexes, each on one column, are not one on both", keys.on("a", "d"), keys.on("b"))
                        .ifMissing("part-of-key"),
                keys.single(
                                "an index that begins with another column does not serve the foreign key",
                                keys.on("d", "a"))
                        .ifMissing("any-position"),
                keys.composite("another column stands between those of the foreign key", keys.on("a", "d", "b"))
                        .ifMissing("any-position"),
                keys.composite(
                                "a column behind INCLUDE is no key of the index",
                                keys.on("a").including("b"))
                        .ifMissing("included-column"),
                keys.single("an index with WHERE leaves rows out", keys.on("a").where("a > 0"))
                        .ifMissing("partial-index"),
                keys.broken(),
                keys.single("an index on an expression is none on the column", keys.onExpression())
                        .ifMissing("any-position"),
                keys.single(
                                "a BRIN index does not look up single rows",
                                keys.on("a").using("brin"))
                        .ifMissing("method"),
                keys.otherTable(),
                keys.partitioned(),
                keys.partitionedServed(),
                keys.ofPartition(),
                keys.toPartitioned()));
        for (int i = 0; i < 8; i++) {
            cases.add(keys.any());
        }
        return World.of(cases);
    }

    private Index on(String... columns) {
        return Index.on(names.pair(), columns);
    }

    private Index descending() {
        return Index.of(names.pair(), Part.column("a").with("DESC"));
    }

    private Index onExpression() {
        return Index.of(names.pair(), Part.expression("a + 0"), Part.column("d"));
    }

    /** What foreign keys of the cases refer to. */
    private Table target() {
        return Table.of(names.table(), "id integer", "part integer")
                .keyed("id", "part")
                .with(Index.on(names.pair(), "id").unique().heldBy(Index.Holder.UNIQUE));
    }

    private Table table() {
        return Table.of(names.table(), "id integer", "a integer", "b integer", "d integer")
                .keyed("id");
    }

    private ForeignKey toOne(Table target, String column) {
        return new ForeignKey(names.pair(), List.of(column), target.place(), List.of("id"));
    }

    private ForeignKey toBoth(Table target, String first, String second) {
        return new ForeignKey(names.pair(), List.of(first, second), target.place(), List.of("id", "part"));
    }

    private Case single(String what, Index... indexes) {
        Table target = target();
        return Case.of(what, target, table().referring(toOne(target, "a")).with(indexes));
    }

    private Case composite(String what, Index... indexes) {
        Table target = target();
        return Case.of(what, target, table().referring(toBoth(target, "a", "b")).with(indexes));
    }

    private Case twoOfOneTable() {
        Table target = target();
        return Case.of(
                "of two foreign keys of one table, one has an index",
                target,
                table().referring(toOne(target, "a"), toOne(target, "b")).with(on("b")));
    }

    private Case self() {
        Table table = table();
        return Case.of("a table may refer to itself", table.referring(toOne(table, "d")));
    }

    private Case primaryKey() {
        Table target = target();
        return Case.of(
                        "the index of the primary key serves a foreign key that it begins with",
                        target,
                        table().keyed("a").referring(toOne(target, "a")))
                .ifExtra("index-not-seen");
    }

    /** Two equal rows make the unique index fail. */
    private Case broken() {
        Table target = target();
        target = target.holding("INSERT INTO " + target.place().written() + " VALUES (7, 7)");
        Table table = table();
        return Case.of(
                        "an invalid index is never asked",
                        target,
                        table.holding("INSERT INTO " + table.place().written() + " VALUES (1, 7, 7, 7), (2, 7, 7, 7)")
                                .referring(toOne(target, "a"))
                                .with(on("a").unique().in(Index.State.BROKEN_OFF)))
                .ifMissing("invalid-index");
    }

    /** Their columns have the same numbers. */
    private Case otherTable() {
        Table target = target();
        return Case.of(
                "the index belongs to another table",
                target,
                table().with(on("d")),
                table().referring(toOne(target, "d")));
    }

    private Case partitioned() {
        Table target = target();
        Table parent = parent().referring(toOne(target, "a"));
        return Case.of(
                        "a foreign key of a partitioned table counts once, and not again for each partition",
                        target,
                        parent,
                        parent.partition(names.pair(), "IN (1)"),
                        parent.partition(names.pair(), "IN (2)"))
                .ifExtra("copy-of-a-key");
    }

    /** The partitioned table has nothing that it would be a part of. */
    private Case ofPartition() {
        Table target = target();
        Table parent = parent();
        return Case.of(
                        "a foreign key that somebody made on a partition itself counts like any other",
                        target,
                        parent,
                        parent.partition(names.pair(), "IN (1)").referring(toOne(target, "a")))
                .ifMissing("key-of-a-partition");
    }

    private Case partitionedServed() {
        Table target = target();
        Table parent = parent().referring(toOne(target, "a")).with(on("a"));
        return Case.of(
                "an index of a partitioned table serves its foreign keys",
                target,
                parent,
                parent.partition(names.pair(), "IN (1)"));
    }

    private Case toPartitioned() {
        Table target = Table.of(names.table(), "id integer", "part integer")
                .as(Table.Kind.PARTITIONED)
                .keyed("id", "part");
        return Case.of(
                        "a foreign key that refers to a partitioned table counts once",
                        target,
                        target.partition(names.pair(), "IN (1)"),
                        target.partition(names.pair(), "IN (2)"),
                        table().referring(toBoth(target, "a", "b")))
                .ifExtra("copy-of-a-key");
    }

    private Table parent() {
        return Table.of(names.table(), "id integer", "a integer", "b integer").as(Table.Kind.PARTITIONED);
    }

    /** Nobody knows beforehand whether these indexes serve these foreign keys. */
    private Case any() {
        Table target = target();
        List<Index> indexes = new ArrayList<>();
        for (int i = names.draw().number(1, 3); i > 0; i--) {
            indexes.add(anyIndex());
        }
        List<String> two = names.draw().shuffle(COLUMNS).subList(0, 2);
        Table table = Table.of(names.table(), "id integer", "a integer", "b integer", "c integer", "d integer")
                .keyed("id")
                .referring(toBoth(target, two.get(0), two.get(1)), toOne(target, two.get(0)))
                .with(indexes.toArray(Index[]::new));
        return Case.of("each foreign key here is to be held against each index", target, table);
    }

    private Index anyIndex() {
        List<String> columns = names.draw().shuffle(COLUMNS);
        Index index = on(columns.subList(0, names.draw().number(1, 3)).toArray(String[]::new));
        return switch (names.draw().number(0, 5)) {
            case 0 -> index.including(columns.get(3));
            case 1 -> index.where(columns.get(0) + " IS NOT NULL");
            case 2 -> index.unique();
            default -> index;
        };
    }
}
