package dev.lexlab.graders.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WorldsTest {
    private static final int SEEDS = 100;
    private static final List<Function<Names, World>> ALL = List.of(
            KeyCases::of,
            ForeignKeyCases::of,
            InvalidCases::of,
            DuplicateCases::of,
            SchemaCases::of,
            SchemaCases::strangers);

    @Test
    void noTwoTablesAreTheSame() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Function<Names, World> kind : ALL) {
                Set<Place> places = new HashSet<>();
                for (Case each : kind.apply(names(seed)).cases()) {
                    for (Table table : each.tables()) {
                        assertThat(places.add(table.place()))
                                .as("%s", table.place())
                                .isTrue();
                    }
                }
                assertThat(places).isNotEmpty();
            }
        }
    }

    @Test
    void namesAreNoLongerThanTheServerKeepsThem() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (View view : View.values()) {
                for (Row row : SchemaCases.of(names(seed)).listedBy(view)) {
                    assertThat(row.values())
                            .allSatisfy(name -> assertThat(name.length()).isLessThan(60));
                }
            }
        }
    }

    @Test
    void someOfTheSchemasAreCalledInWaysThatNeedQuotes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(SchemaCases.of(names(seed)).listedBy(View.TABLES))
                    .anySatisfy(row -> assertThat(row).isNotEqualTo(row.quoted()));
        }
    }

    @Test
    void theSameSeedMakesTheSame() {
        for (Function<Names, World> kind : ALL) {
            assertThat(kind.apply(names(7))).isEqualTo(kind.apply(names(7)));
        }
    }

    private static Names names(int seed) {
        return new Names(new Draw(seed, "a check"));
    }
}
