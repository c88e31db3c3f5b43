package dev.lexlab.graders.postgres.blockers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check must see is there whatever the seed. */
class ScenesTest {
    private static final int LONG_CHAIN = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everySceneHasTwoBystandersAndSeveralRoots(long seed) {
        for (Scene scene : scenes(seed)) {
            assertThat(scene.behind(Scenes.FORGOTTEN)).isEmpty();
            assertThat(scene.behind(Scenes.LONG_QUERY)).isEmpty();
            assertThat(scene.roots()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(scene.parts()).extracting(Part::name).doesNotHaveDuplicates();
            scene.parts()
                    .forEach(part ->
                            assertThat(part.waits()).isEqualTo(!part.behind().isEmpty()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void blockersComeBeforeThoseTheyBlock(long seed) {
        for (Scene scene : scenes(seed)) {
            Set<String> there = new HashSet<>();
            for (Part part : scene.parts()) {
                assertThat(there).containsAll(part.behind());
                there.add(part.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void chainsAreLongAndRootsStandInEveryWay(long seed) {
        Scene scene = Scenes.chains(draw(seed));

        assertThat(scene.roots().keySet())
                .extracting(root -> scene.part(root).stance())
                .contains(Stance.IDLE, Stance.IDLE_IN_TRANSACTION, Stance.ACTIVE);
        assertThat(scene.roots().keySet())
                .extracting(root -> scene.part(root).hold())
                .contains(Hold.ROW, Hold.TABLE, Hold.KEY);
        assertThat(depth(scene, "fourth")).isEqualTo(LONG_CHAIN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void countsDifferFromThoseOfDirectWaitersAndOfWays(long seed) {
        Scene scene = Scenes.counts(draw(seed));

        assertThat(scene.roots())
                .anySatisfy(
                        (root, behind) -> assertThat(scene.directlyBehind(root)).isLessThan(behind.size()));
        assertThat(scene.parts()).anyMatch(part -> part.behind().size() > 1);
    }

    private static int depth(Scene scene, String name) {
        return scene.part(name).behind().stream()
                .mapToInt(ahead -> 1 + depth(scene, ahead))
                .max()
                .orElse(0);
    }

    private static Set<Scene> scenes(long seed) {
        Set<Scene> scenes = new HashSet<>();
        for (Function<Draw, Scene> kind :
                List.<Function<Draw, Scene>>of(Scenes::chains, Scenes::queues, Scenes::counts, Scenes::jams)) {
            scenes.add(kind.apply(draw(seed)));
        }
        return scenes;
    }

    private static Draw draw(long seed) {
        return new Draw(seed, "scenes");
    }
}
