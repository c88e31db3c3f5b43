package dev.lexlab.graders.postgres.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Indexes that are the same, and some that only look the same. */
final class DuplicateCases {
    private static final String KEEP = "which-stays";
    private static final String LOOKS = "only-looks-different";
    private static final String DIFFERS = "one-difference";
    private static final String HELD = "held";

    private final Names names;

    private DuplicateCases(Names names) {
        this.names = names;
    }

    static World of(Names names) {
        DuplicateCases duplicates = new DuplicateCases(names);
        Case plain = duplicates.same("two equal indexes on a column", index -> index);
        Case both =
                duplicates.same("two equal indexes, each with an expression and with WHERE", DuplicateCases::withBoth);
        List<Case> cases = new ArrayList<>(List.of(plain, duplicates.three(), both));
        cases.addAll(duplicates.equals());
        cases.addAll(duplicates.differences());
        cases.addAll(duplicates.held());
        cases.addAll(duplicates.partitions());
        for (int i = 0; i < 5; i++) {
            cases.add(duplicates.any());
        }
        return World.of(cases).clue(plain, both, "null-is-not-equal");
    }

    private static Index withBoth(Index index) {
        return Index.of(index.name(), Part.expression("lower(t)")).where("a > 0");
    }

    private List<Case> equals() {
        return List.of(
                same("two equal indexes with WHERE", index -> index.where("a > 0")),
                same(
                        "two equal indexes on an expression",
                        index -> Index.of(index.name(), Part.expression("lower(t)"))),
                same("two equal indexes with INCLUDE", index -> index.including("b", "t")),
                same("two equal unique indexes", Index::unique),
                pair(
                                "a fill factor does not make two indexes different",
                                index -> index.stored("fillfactor = 70"),
                                index -> index)
                        .ifMissing(LOOKS),
                pair(
                                "what an index has anyway may be written or left out",
                                index -> Index.of(index.name(), Part.column("a").spelled("int4_ops ASC NULLS LAST")),
                                index -> index)
                        .ifMissing(LOOKS));
    }

    private List<Case> differences() {
        return List.of(
                differ("in the order of their columns", columns("a", "b"), columns("b", "a")),
                differ("in a column that one of them has behind", columns("a"), columns("a", "b")),
                differ("in their direction", columns("a"), part(Part.column("a").with("DESC"))),
                differ(
                        "in where nulls come",
                        columns("a"),
                        part(Part.column("a").with("NULLS FIRST"))),
                differ(
                        "in their operator classes",
                        columns("t"),
                        part(Part.column("t").with("text_pattern_ops"))),
                differ(
                        "in their collations",
                        columns("t"),
                        part(Part.column("t").with("COLLATE \"POSIX\""))),
                differ("in their methods", columns("a"), index -> index.using("hash")),
                differ("in what they include", columns("a"), index -> index.including("b")),
                differ("in whether a column is a key or included", columns("a", "b"), index -> index.including("b")),
                differ("in whether they are unique", columns("a"), Index::unique),
                differ(
                        "in whether nulls count as equal",
                        Index::unique,
                        index -> index.unique(Index.Uniqueness.NULLS_NOT_DISTINCT)),
                differ("in whether they have WHERE", columns("a"), index -> index.where("a > 0")),
                differ("in their WHERE", index -> index.where("a > 0"), index -> index.where("a > 1")),
                differ("in their expressions", part(Part.expression("lower(t)")), part(Part.expression("upper(t)"))),
                otherTable(),
                invalid());
    }

    private List<Case> held() {
        return List.of(constraint(), constraints(), primaryKey(), referred());
    }

    private static UnaryOperator<Index> columns(String... columns) {
        return index -> Index.on(index.name(), columns);
    }

    private static UnaryOperator<Index> part(Part part) {
        return index -> Index.of(index.name(), part);
    }

    private Table table() {
        return Table.of(names.table(), "id integer", "a integer", "b integer", "t text")
                .keyed("id");
    }

    /** The one whose name comes last is made first. */
    private Case same(String what, UnaryOperator<Index> kind) {
        return pair(what, kind, kind).ifExtra(KEEP);
    }

    private Case pair(String what, UnaryOperator<Index> first, UnaryOperator<Index> last) {
        List<String> sorted = names.sorted(2);
        return Case.of(
                        what,
                        table().with(
                                        last.apply(Index.on(sorted.get(1), "a")),
                                        first.apply(Index.on(sorted.get(0), "a"))))
                .ifExtra(KEEP);
    }

    private Case differ(String how, UnaryOperator<Index> one, UnaryOperator<Index> other) {
        return pair("two indexes differ " + how, one, other).ifExtra(DIFFERS);
    }

    private Case three() {
        List<String> sorted = names.sorted(3);
        return Case.of(
                        "of three equal indexes, one stays",
                        table().with(
                                        Index.on(sorted.get(1), "a", "b"),
                                        Index.on(sorted.get(2), "a", "b"),
                                        Index.on(sorted.get(0), "a", "b")))
                .ifExtra(KEEP);
    }

    /** Their columns have the same numbers. */
    private Case otherTable() {
        return Case.of(
                        "indexes of two tables are never duplicates of each other",
                        table().with(Index.on(names.pair(), "b")),
                        table().with(Index.on(names.pair(), "b")))
                .ifExtra(DIFFERS);
    }

    private Case invalid() {
        List<String> sorted = names.sorted(2);
        Table parent = Table.of(names.table(), "id integer", "a integer")
                .as(Table.Kind.PARTITIONED)
                .with(Index.on(sorted.get(1), "a"), Index.on(sorted.get(0), "a").in(Index.State.HOLLOW));
        return Case.of(
                        "an invalid index does nothing, so it is no duplicate, and no other is one of it",
                        parent,
                        parent.partition(names.pair(), "IN (1)"))
                .ifExtra("invalid-is-no-twin");
    }

    private Case constraint() {
        List<String> sorted = names.sorted(2);
        return Case.of(
                        "the index of a constraint stays, and one beside it that is the same is needless",
                        table().with(
                                        Index.on(sorted.get(0), "a").unique(),
                                        Index.on(sorted.get(1), "a").unique().heldBy(Index.Holder.UNIQUE)))
                .ifMissing(HELD)
                .ifExtra(HELD);
    }

    private Case constraints() {
        return Case.of(
                        "two constraints need two indexes, though they are the same",
                        table().with(
                                        Index.on(names.pair(), "b").unique().heldBy(Index.Holder.UNIQUE),
                                        Index.on(names.pair(), "b").unique().heldBy(Index.Holder.UNIQUE)))
                .ifExtra(HELD);
    }

    private Case primaryKey() {
        return Case.of(
                        "a unique index on the columns of the primary key is needless",
                        table().with(Index.on("_" + names.pair(), "id").unique()))
                .ifMissing(HELD)
                .ifExtra(HELD);
    }

    /** A foreign key takes the first fitting index that was made. */
    private Case referred() {
        List<String> sorted = names.sorted(2);
        Table target = table().with(
                        Index.on(sorted.get(1), "a").unique().heldBy(Index.Holder.FOREIGN_KEY),
                        Index.on(sorted.get(0), "a").unique());
        Table table = table().referring(new ForeignKey(names.pair(), List.of("a"), target.place(), List.of("a")));
        return Case.of("a foreign key needs the unique index that it refers to", target, table)
                .ifMissing(HELD)
                .ifExtra(HELD);
    }

    private List<Case> partitions() {
        Table parent =
                Table.of(names.table(), "id integer", "a integer", "b integer").as(Table.Kind.PARTITIONED);
        List<String> sorted = names.sorted(2);
        Table twice = parent.with(Index.on(sorted.get(1), "a"), Index.on(sorted.get(0), "a"));
        Table once = Table.of(names.table(), "id integer", "a integer", "b integer")
                .as(Table.Kind.PARTITIONED)
                .with(Index.on(names.pair(), "a"));
        return List.of(
                Case.of(
                                "equal indexes of a partitioned table are needless, their parts in the partitions go with"
                                        + " them",
                                twice,
                                twice.partition(names.pair(), "IN (1)"))
                        .ifMissing("kinds-of-indexes")
                        .ifExtra("part-of-an-index"),
                Case.of(
                                "an index of a partition is needless where the partitioned table has the same",
                                once,
                                once.partition(names.pair(), "IN (1)").with(Index.on("_" + names.pair(), "a")))
                        .ifMissing(HELD)
                        .ifExtra("part-of-an-index"));
    }

    /** Nobody knows beforehand which of these are the same. */
    private Case any() {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            indexes.add(anyIndex());
        }
        return Case.of(
                "each of these indexes is to be held against each other", table().with(indexes.toArray(Index[]::new)));
    }

    private Index anyIndex() {
        Index index = Index.on(names.pair(), names.draw().pick(List.of("a", "b")));
        return switch (names.draw().number(0, 4)) {
            case 0 -> index.including("t");
            case 1 -> index.where("b > 0");
            case 2 -> index.unique();
            default -> index;
        };
    }
}
