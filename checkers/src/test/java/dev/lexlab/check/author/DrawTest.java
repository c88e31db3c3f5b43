package dev.lexlab.check.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawTest {

    @Test
    void drawsTheSameForTheSameSeedAndPurpose() {
        assertThat(someData(new Draw(7, "overlap"))).isEqualTo(someData(new Draw(7, "overlap")));
    }

    @Test
    void drawsOtherDataForAnotherSeedOrPurpose() {
        String data = someData(new Draw(7, "overlap"));

        assertThat(someData(new Draw(8, "overlap"))).isNotEqualTo(data);
        assertThat(someData(new Draw(7, "loads"))).isNotEqualTo(data);
    }

    /** These values are the contract: a seed printed today must give the same data with a later JDK. */
    @Test
    void keepsItsDataAcrossVersions() {
        assertThat(someData(new Draw(42, "loads"))).isEqualTo("52 [walnut, pepper] Chloe 2035-10-11T17:15Z false");
    }

    @Test
    void numbersReachBothBounds() {
        Draw draw = new Draw(1, "bounds");

        assertThat(java.util.stream.IntStream.range(0, 200).map(i -> draw.number(3, 5)))
                .containsOnly(3, 4, 5);
    }

    @Test
    void namesDifferEvenWhereMoreAreAskedForThanAreKnown() {
        assertThat(new Draw(1, "many").names(100)).doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void shufflesWithoutLosingAnything() {
        List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(new Draw(1, "shuffle").shuffle(numbers))
                .containsExactlyInAnyOrderElementsOf(numbers)
                .isNotEqualTo(numbers);
    }

    private static String someData(Draw draw) {
        return draw.number(1, 1000) + " " + draw.words(2) + " " + draw.name() + " " + draw.time() + " " + draw.flag();
    }
}
