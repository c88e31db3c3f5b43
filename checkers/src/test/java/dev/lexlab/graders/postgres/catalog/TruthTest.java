package dev.lexlab.graders.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final Place HERE = new Place("s", "t");
    private static final Place THERE = new Place("s", "u");
    private static final ForeignKey ONE = new ForeignKey("one", List.of("a"), THERE, List.of("id"));
    private static final ForeignKey BOTH = new ForeignKey("both", List.of("a", "b"), THERE, List.of("id", "part"));

    private static Table table() {
        return Table.of(HERE, "id integer", "a integer", "b integer", "t text");
    }

    private static Table parent() {
        return table().as(Table.Kind.PARTITIONED);
    }

    @Test
    void aTableWithoutPrimaryKeyIsListedWhateverElseIsUnique() {
        Index unique = Index.on("t_id", "id").unique().heldBy(Index.Holder.UNIQUE);

        assertThat(Truth.of(View.TABLES, table().with(unique))).containsExactly(Row.of("s", "t"));
        assertThat(Truth.of(View.TABLES, table().as(Table.Kind.UNLOGGED))).hasSize(1);
        assertThat(Truth.of(View.TABLES, parent())).hasSize(1);
        assertThat(Truth.of(View.TABLES, table().keyed("a", "b"))).isEmpty();
    }

    @Test
    void partitionsTemporaryTablesAndViewsAreNotReviewed() {
        Table twice = table().referring(ONE)
                .with(Index.on("x", "a").where("a > 0"), Index.on("y", "a").where("a > 0"));
        Table view = Table.other(HERE, "CREATE VIEW s.t AS SELECT 1");

        assertThat(Truth.of(View.TABLES, parent().partition("p", "IN (1)"))).isEmpty();
        for (View each : View.values()) {
            assertThat(Truth.of(each, twice.as(Table.Kind.TEMPORARY))).isEmpty();
            assertThat(Truth.of(each, view)).isEmpty();
        }
    }

    @Test
    void anIndexServesAForeignKeyThatItBeginsWithInAnyOrder() {
        assertServed(ONE, Index.on("x", "a"));
        assertServed(ONE, Index.on("x", "a", "b"));
        assertServed(ONE, Index.on("x", "a").using("hash"));
        assertServed(ONE, Index.of("x", Part.column("a").with("DESC")));
        assertServed(BOTH, Index.on("x", "a", "b"));
        assertServed(BOTH, Index.on("x", "b", "a", "t"));
        assertThat(Truth.of(View.FOREIGN_KEYS, table().keyed("a").referring(ONE)))
                .isEmpty();
    }

    @Test
    void anIndexDoesNotServeAForeignKeyWhereAKeyRowOrMethodIsNotTheRightOne() {
        assertUnserved(ONE, Index.on("x", "b", "a"));
        assertUnserved(ONE, Index.on("x", "b").including("a"));
        assertUnserved(ONE, Index.on("x", "a").where("a > 0"));
        assertUnserved(ONE, Index.on("x", "a").using("brin"));
        assertUnserved(ONE, Index.on("x", "a").unique().in(Index.State.BROKEN_OFF));
        assertUnserved(ONE, Index.of("x", Part.expression("a")));
        assertUnserved(BOTH, Index.on("x", "a", "t", "b"));
        assertUnserved(BOTH, Index.on("x", "a"));
        assertUnserved(BOTH, Index.on("x", "a").including("b"));
        assertUnserved(BOTH, Index.on("x", "a", "a", "b"));
    }

    @Test
    void aPartitionHasNoForeignKeyOfItsOwn() {
        Table parent = parent().referring(ONE);

        assertThat(Truth.of(View.FOREIGN_KEYS, parent)).containsExactly(Row.of("s", "t", "one"));
        assertThat(Truth.of(View.FOREIGN_KEYS, parent.partition("p", "IN (1)"))).isEmpty();
    }

    @Test
    void ofEqualIndexesTheFirstByNameStays() {
        assertThat(needless(Index.on("c", "a"), Index.on("a", "a"), Index.on("b", "a")))
                .containsExactly(duplicate("c"), duplicate("b"));
    }

    @Test
    void indexesThatDifferInOneThingStay() {
        assertThat(needless(
                        Index.on("i1", "a", "b"),
                        Index.on("i2", "b", "a"),
                        Index.on("i3", "a"),
                        Index.on("i4", "a").including("b"),
                        Index.on("i5", "a").unique(),
                        Index.on("i6", "a").unique(Index.Uniqueness.NULLS_NOT_DISTINCT),
                        Index.on("i7", "a").where("a > 0"),
                        Index.on("i8", "a").where("a > 1"),
                        Index.on("i9", "a").using("hash"),
                        Index.of("j1", Part.column("a").with("DESC")),
                        Index.of("j2", Part.expression("a"))))
                .isEmpty();
    }

    @Test
    void howAnIndexIsStoredOrSpelledMakesNoDifference() {
        assertThat(needless(
                        Index.on("a", "a"),
                        Index.on("b", "a").stored("fillfactor = 70"),
                        Index.of("c", Part.column("a").spelled("ASC"))))
                .containsExactly(duplicate("b"), duplicate("c"));
    }

    @Test
    void whatIsHeldStaysAndAllOthersGo() {
        Index held = Index.on("z", "a").unique().heldBy(Index.Holder.UNIQUE);

        assertThat(needless(Index.on("a", "a").unique(), held)).containsExactly(duplicate("a"));
        assertThat(needless(held, Index.on("y", "a").unique().heldBy(Index.Holder.FOREIGN_KEY)))
                .isEmpty();
        assertThat(Truth.of(
                        View.INDEXES,
                        table().keyed("id").with(Index.on("_", "id").unique())))
                .containsExactly(duplicate("_"));
    }

    @Test
    void anInvalidIndexIsListedAsThatAndAsNothingElse() {
        assertThat(needless(Index.on("b", "a"), Index.on("a", "a").in(Index.State.HOLLOW)))
                .containsExactly(Row.of("s", "t", "a", Row.INVALID));
    }

    @Test
    void thePartsOfAnIndexInThePartitionsAreHeld() {
        Table parent = parent().with(Index.on("b", "a"), Index.on("a", "a"));
        Table partition = parent.partition("p", "IN (1)");

        assertThat(Truth.of(View.INDEXES, parent)).containsExactly(duplicate("b"));
        assertThat(Truth.of(View.INDEXES, partition)).isEmpty();
        assertThat(Truth.of(View.INDEXES, partition.with(Index.on("_", "a"))))
                .containsExactly(Row.of("s", "p", "_", Row.DUPLICATE));
    }

    private static void assertServed(ForeignKey key, Index index) {
        assertThat(Truth.of(View.FOREIGN_KEYS, table().referring(key).with(index)))
                .isEmpty();
    }

    private static void assertUnserved(ForeignKey key, Index index) {
        assertThat(Truth.of(View.FOREIGN_KEYS, table().referring(key).with(index)))
                .containsExactly(Row.of("s", "t", key.name()));
    }

    private static List<Row> needless(Index... indexes) {
        return Truth.of(View.INDEXES, table().with(indexes));
    }

    private static Row duplicate(String index) {
        return Row.of("s", "t", index, Row.DUPLICATE);
    }
}
