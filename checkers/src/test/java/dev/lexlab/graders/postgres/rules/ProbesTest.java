package dev.lexlab.graders.postgres.rules;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private final Draw draw = new Draw(1, "test");
    private final House house = new House(draw);

    @Test
    void tryEveryKindOfRuleSeveralTimesAndLetHonestNeighboursPass() {
        List<Probe> probes = new ArrayList<>(HonestChanges.of(house));
        probes.addAll(ValueProbes.of(house, draw));
        probes.addAll(ReferenceProbes.of(house));
        probes.addAll(DuplicateProbes.of(house));
        probes.addAll(OverlapProbes.of(house, draw));

        Map<Optional<Rule>, Long> kinds = probes.stream().collect(groupingBy(Probe::rule, counting()));
        assertThat(kinds)
                .containsOnlyKeys(
                        Optional.empty(),
                        Optional.of(Rule.REQUIRED),
                        Optional.of(Rule.REFERENCE),
                        Optional.of(Rule.UNIQUE),
                        Optional.of(Rule.LIMIT),
                        Optional.of(Rule.APART))
                .allSatisfy((rule, count) -> assertThat(count).isGreaterThan(5));
        assertThat(probes).hasSizeGreaterThan(60);
    }

    @Test
    void leaveNoRequiredColumnOut() {
        assertThat(ValueProbes.of(house, draw))
                .filteredOn(probe -> probe.rule().equals(Optional.of(Rule.REQUIRED)))
                .extracting(Probe::about)
                .contains(
                        "rooms.id",
                        "rooms.building",
                        "rooms.name",
                        "rooms.seats",
                        "people.id",
                        "people.email",
                        "bookings.id",
                        "bookings.room_id",
                        "bookings.person_id",
                        "bookings.starts_at",
                        "bookings.ends_at",
                        "bookings.attendees",
                        "bookings.price")
                .doesNotContain("rooms.wing");
    }

    @Test
    void bringEveryRowThatABookingNeedsSoThatACommandStandsAlone() {
        Row stored = house.booking(0);

        assertThat(house.around(stored)).containsExactly(house.room(0), house.person(0), stored);
    }
}
