package dev.lexlab.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Term;
import dev.lexlab.site.render.Prerequisites.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrerequisitesTest {
    private final Map<String, Term> terms = new LinkedHashMap<>();

    @Test
    void whatIsNeededFirstStandsAbove() {
        term("tea", "leaf");
        term("tea", "water");
        term("tea", "cup", "water");
        term("tea", "brew", "leaf", "cup");

        Prerequisites graph = graph();

        assertThat(y(graph, "leaf")).isEqualTo(y(graph, "water")).isLessThan(y(graph, "cup"));
        assertThat(y(graph, "cup")).isLessThan(y(graph, "brew"));
        assertThat(graph.edges()).hasSize(3);
    }

    @Test
    void whatLongerWaysSayIsNotDrawn() {
        term("tea", "water");
        term("tea", "cup", "water");
        term("tea", "brew", "water", "cup");

        assertThat(graph().edges()).hasSize(2);
    }

    @Test
    void aTermOfAnotherConceptIsDrawnAsAForeignOne() {
        term("fire", "flame");
        term("tea", "brew", "flame");

        Prerequisites graph = graph();

        assertThat(graph.nodes()).extracting(Node::foreign).containsExactly(true, false);
        assertThat(graph.edges()).hasSize(1);
    }

    @Test
    void aRowThatIsTooWideBecomesMoreAndNothingStandsOnAnotherOrOutside() {
        term("tea", "water");
        IntStream.range(0, 30).forEach(i -> term("tea", "a kind of tea with a long name " + i, "water"));

        Prerequisites graph = graph();

        List<Node> nodes = graph.nodes();
        assertThat(nodes).hasSize(31).allSatisfy(node -> {
            assertThat(node.x()).isNotNegative();
            assertThat(node.x() + node.width()).isLessThanOrEqualTo(graph.width());
            assertThat(node.y() + node.height()).isLessThanOrEqualTo(graph.height());
        });
        for (Node one : nodes) {
            for (Node other : nodes) {
                boolean besides = one.y() != other.y()
                        || one.x() + one.width() <= other.x()
                        || other.x() + other.width() <= one.x();
                assertThat(one.equals(other) || besides).isTrue();
            }
        }
    }

    @Test
    void withoutALineThereIsNothingToDraw() {
        term("tea", "leaf");
        term("tea", "water");

        assertThat(graph()).isEqualTo(Prerequisites.NONE);
    }

    private Prerequisites graph() {
        List<Term> own = terms.values().stream()
                .filter(term -> term.concept().equals("tea"))
                .toList();
        Term headword = TinySite.bare("tea", "headword", List.of());
        Concept concept = new Concept("tea", "Tea", "", headword, own, List.of());
        return Prerequisites.of(TinySite.of(concept, terms), concept);
    }

    private void term(String concept, String slug, String... requires) {
        terms.put(slug, TinySite.bare(concept, slug, new ArrayList<>(List.of(requires))));
    }

    private static int y(Prerequisites graph, String slug) {
        return graph.nodes().stream()
                .filter(node -> node.term().slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .y();
    }
}
