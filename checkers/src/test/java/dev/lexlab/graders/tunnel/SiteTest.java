package dev.lexlab.graders.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SiteTest {

    @Test
    void isTheSameInEveryCheckOfARun() {
        assertThat(Site.drawn(new Draw(7, "prepare"))).isEqualTo(Site.drawn(new Draw(7, "page-is-live")));
    }

    @Test
    void neverHasTwoPortsOrTwoPagesAlike() {
        assertThat(LongStream.range(0, 500).mapToObj(seed -> Site.drawn(new Draw(seed, "prepare"))))
                .hasSize(500)
                .allSatisfy(site -> {
                    assertThat(site.pagePort()).isNotEqualTo(site.publicPort());
                    assertThat(site.page()).isNotEqualTo(site.laterPage());
                });
    }
}
