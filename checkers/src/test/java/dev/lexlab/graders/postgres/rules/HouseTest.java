package dev.lexlab.graders.postgres.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HouseTest {
    private static final int SEEDS = 300;

    @Test
    void keepsAllBookingsADayApartSoThatNoRuleForNeighboursIsTouched() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Row> bookings = new ArrayList<>(stored(house(seed), "bookings"));
            bookings.sort(Comparator.comparing(row -> row.time("starts_at").toInstant()));

            assertThat(bookings).hasSize(8);
            for (int i = 1; i < bookings.size(); i++) {
                OffsetDateTime end = bookings.get(i - 1).time("ends_at");
                assertThat(Duration.between(end, bookings.get(i).time("starts_at")))
                        .isGreaterThan(Duration.ofDays(1));
            }
        }
    }

    @Test
    void givesEveryRowAnIdAndEveryRoomANameOfItsOwn() {
        for (int seed = 0; seed < SEEDS; seed++) {
            House house = house(seed);

            assertThat(house.rows()).extracting(Row::id).doesNotHaveDuplicates().hasSize(17);
            assertThat(stored(house, "rooms"))
                    .extracting(room -> room.literal("name"))
                    .doesNotHaveDuplicates();
            assertThat(stored(house, "people"))
                    .extracting(person -> person.literal("email"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsTimesInManyZonesSoThatNoServerSettingHidesALostOne() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Set<String> zones = stored(house(seed), "bookings").stream()
                    .map(booking -> booking.time("starts_at").getOffset().getId())
                    .collect(toSet());

            assertThat(zones).hasSize(7).doesNotContain("Z");
        }
    }

    @Test
    void drawsTheSameHouseFromTheSameSeedAndAnotherOneFromTheNext() {
        assertThat(house(5).rows()).isEqualTo(house(5).rows()).isNotEqualTo(house(6).rows());
    }

    private static House house(long seed) {
        return new House(new Draw(seed, "test"));
    }

    private static List<Row> stored(House house, String table) {
        return house.rows().stream().filter(row -> row.table().equals(table)).toList();
    }
}
