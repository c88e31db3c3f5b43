package dev.lexlab.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PostingsTest {

    @Test
    void aNameWeighsMoreThanAHeadingAHeadingMoreThanTheLeadTheLeadMoreThanTheText() {
        SortedMap<Integer, Integer> weights = weights(
                "kettle",
                page(List.of("Kettle"), text("pours")),
                page(List.of("Cup"), text("pours"), new FoundSection(Kind.TERM, "x", "A kettle", "", "pours")),
                page(List.of("Pot"), FoundSection.page(Kind.TERM, "No kettle.", "pours")),
                page(List.of("Jug"), text("kettle")));

        assertThat(weights.keySet()).containsExactly(0, 2, 3, 4);
        assertThat(List.of(weights.get(4), weights.get(3), weights.get(2), weights.get(0)))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(weight -> weight > Postings.ABOVE && weight <= Postings.MOST);
    }

    @Test
    void anotherNameWeighsWhatTheTitleDoesAndTwiceIsOnce() {
        SortedMap<Integer, Integer> weights = weights(
                "wal",
                page(List.of("WAL"), text("x")),
                page(List.of("Write-ahead log", "WAL"), text("x")),
                page(List.of("Checkpoint", "WAL mark", "WAL point"), text("x")));

        assertThat(weights.get(1)).isEqualTo(weights.get(0));
        assertThat(weights.get(2)).isEqualTo(weights.get(0));
    }

    @Test
    void aSectionKnowsTheNamesOfItsPageButHardlyCountsForThem() {
        FoundSection section = new FoundSection(Kind.TERM, "x", "How", "", "It boils water.");
        FoundPage page = page(List.of("Kettle", "boiler"), text("Hot."), section);

        assertThat(weights("boiler", page).get(1)).isEqualTo(Postings.ABOVE);
        assertThat(weights("boils", page).get(1)).isGreaterThan(Postings.ABOVE);
    }

    @Test
    void sayingItMoreOftenCountsMoreAndInALongTextLess() {
        SortedMap<Integer, Integer> weights = weights(
                "lock",
                page(List.of("A"), text("lock rain rain")),
                page(List.of("B"), text("lock lock rain")),
                page(List.of("C"), text("lock " + "rain ".repeat(60))));

        assertThat(weights.get(1)).isGreaterThan(weights.get(0));
        assertThat(weights.get(2)).isLessThan(weights.get(0)).isGreaterThan(Postings.ABOVE);
    }

    private static SortedMap<Integer, Integer> weights(String word, FoundPage... pages) {
        SortedMap<Integer, Integer> weights = new TreeMap<>();
        for (Word found : Postings.of(List.of(pages)).words()) {
            for (int i = 0; i < found.count() && found.text().equals(word); i++) {
                weights.put(found.section(i), found.weight(i));
            }
        }
        return weights;
    }

    private static FoundSection text(String text) {
        return FoundSection.page(Kind.TERM, "", text);
    }

    private static FoundPage page(List<String> names, FoundSection... sections) {
        return new FoundPage("x.html", Kind.TERM, names, 0, false, List.of(sections));
    }
}
