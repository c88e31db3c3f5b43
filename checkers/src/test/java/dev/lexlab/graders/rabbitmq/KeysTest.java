package dev.lexlab.graders.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final int SEEDS = 200;

    @Test
    void areNeverTheSameTwice() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(keys(seed).wished()).doesNotHaveDuplicates();
            assertThat(keys(seed).nearMisses()).doesNotHaveDuplicates();
            assertThat(keys(seed).wishedTwice()).doesNotHaveDuplicates();
        }
    }

    @Test
    void showEveryWishSeveralDepths() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> wished = keys(seed).wished();

            assertThat(wished).allMatch(key -> Stream.of(Subscriber.values()).anyMatch(some -> some.wants(key)));
            for (Wish wish : Wish.values()) {
                assertThat(wished.stream()
                                .filter(wish::takesAlone)
                                .map(KeysTest::length)
                                .distinct())
                        .as("lengths of keys for %s", wish)
                        .hasSizeGreaterThan(3);
            }
        }
    }

    @Test
    void comeNearEveryWishWithoutBeingMeant() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Subscriber subscriber : Subscriber.values()) {
                List<String> nearMisses = keys(seed).nearMisses();

                assertThat(nearMisses.stream().filter(key -> !subscriber.wants(key)))
                        .hasSizeGreaterThan(10);
                assertThat(nearMisses).anyMatch(subscriber::wants);
            }
        }
    }

    @Test
    void fitSeveralWishesOfOneSubscriberWhereCopiesAreCounted() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(keys(seed).wishedTwice())
                    .allMatch(key -> takers(key) > 1
                            || key.equals("north")
                            || key.matches(".*\\b(late|lost|damaged)\\..*\\b\\1"))
                    .anyMatch(key -> takers(key) == Wish.values().length)
                    .anyMatch(key -> Subscriber.ALARMS
                                    .wishes()
                                    .filter(wish -> wish.takes(key))
                                    .count()
                            == 2);
        }
    }

    @Test
    void differFromSeedToSeed() {
        assertThat(keys(5).wished()).isEqualTo(keys(5).wished()).isNotEqualTo(keys(6).wished());
    }

    private static long takers(String key) {
        return Stream.of(Wish.values()).filter(wish -> wish.takes(key)).count();
    }

    private static int length(String key) {
        return key.split("\\.").length;
    }

    private static Keys keys(long seed) {
        return new Keys(new Draw(seed, "test"));
    }
}
