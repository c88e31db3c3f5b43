package dev.lexlab.graders.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final int SEEDS = 300;

    @Test
    void differsInEverythingBetweenTwoContainersAndFromTheOneForTryingByHand() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Told> two = Told.two(new Draw(seed, "test"));

            assertThat(List.of(two.get(0), two.get(1), Told.BY_HAND))
                    .doesNotHaveDuplicates()
                    .satisfies(all -> {
                        assertThat(all).extracting(Told::machine).doesNotHaveDuplicates();
                        assertThat(all).extracting(Told::name).doesNotHaveDuplicates();
                        assertThat(all).extracting(Told::port).doesNotHaveDuplicates();
                    });
            assertThat(two).extracting(Told::port).allMatch(port -> port >= 10_000 && port < 30_000);
        }
    }

    @Test
    void givesEveryCheckOfARunTheMotdThatTheImageWasBuiltWith() {
        assertThat(Motd.of(new Draw(7, "prepare"))).isEqualTo(Motd.of(new Draw(7, "reachable")));
        assertThat(Motd.of(new Draw(7, "prepare"))).isNotEqualTo(Motd.of(new Draw(8, "prepare")));
    }

    @Test
    void isTypedAsALearnerWouldTypeIt() {
        assertThat(Told.visit("/motd")).isEqualTo("curl -sS http://notes:8901/motd");
        assertThat(Told.visit("/notes", "-d", "buy milk")).isEqualTo("curl -sS -d 'buy milk' http://notes:8901/notes");
    }
}
