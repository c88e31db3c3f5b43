package dev.lexlab.graders.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final int SEEDS = 300;

    @Test
    void differsInEverythingBetweenTwoContainersAndFromWhatIsToldByHand() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Told> two = Told.two(new Draw(seed, "test"));

            assertThat(two).extracting(Told::machine).doesNotHaveDuplicates();
            assertThat(two).extracting(Told::name).doesNotHaveDuplicates();
            assertThat(two).extracting(Told::port).doesNotHaveDuplicates().doesNotContain(ByHand.PORT);
            assertThat(two).extracting(Told::port).allMatch(port -> port >= 10_000 && port < 30_000);
        }
    }

    @Test
    void givesEveryCheckOfARunTheMotdThatTheImageWasBuiltWith() {
        assertThat(Motd.of(new Draw(7, "prepare"))).isEqualTo(Motd.of(new Draw(7, "reachable")));
        assertThat(Motd.of(new Draw(7, "prepare"))).isNotEqualTo(Motd.of(new Draw(8, "prepare")));
    }
}
