package dev.lexlab.graders.postgres.rules;

import static dev.lexlab.graders.postgres.rules.Probe.accepted;

import dev.lexlab.check.author.Draw;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every way two bookings can share a moment, and neighbours that share none. */
final class OverlapProbes {
    private static final String BOOKED = "the time of a room";
    private final House house;
    private final Draw draw;
    private final Row room;
    private final Row person;
    private final Row taken;
    private final OffsetDateTime start;
    private final OffsetDateTime end;
    private final List<Probe> probes = new ArrayList<>();

    private OverlapProbes(House house, Draw draw) {
        this.house = house;
        this.draw = draw;
        room = house.room(0);
        person = house.person(0);
        taken = house.booking(0);
        start = taken.time("starts_at");
        end = taken.time("ends_at");
    }

    static List<Probe> of(House house, Draw draw) {
        OverlapProbes overlaps = new OverlapProbes(house, draw);
        overlaps.shared();
        overlaps.moved();
        overlaps.neighbours();
        return List.copyOf(overlaps.probes);
    }

    private void shared() {
        Row other = house.person(1);
        Duration some = Duration.ofMinutes(draw.number(1, 14));
        refused("a booking of the very same time", other, start, end);
        refused("a booking inside another", other, start.plus(some), end.minus(some));
        refused("a booking around another", other, start.minus(some), end.plus(some));
        refused("a booking that runs into another", other, start.minus(some), start.plus(some));
        refused("a booking that starts before another ends", other, end.minus(some), end.plus(some));
        refused("a booking that shares one last minute with another", other, end.minusMinutes(1), end.plusHours(1));
        refused(
                "a booking of the same moments by the same person, told in another zone",
                person,
                start.withOffsetSameInstant(house.zoneOtherThan(start.getOffset())),
                end.withOffsetSameInstant(house.zoneOtherThan(end.getOffset())));
    }

    private void moved() {
        Row sameRoom = house.booking(4);
        Row otherRoom = house.booking(1);
        change("a booking moved onto another one of its room", sameRoom, "starts_at", "ends_at");
        change("a booking moved onto another one from a different room", otherRoom, "room_id", "starts_at", "ends_at");
    }

    private void change(String what, Row moved, String... columns) {
        Row onto = moved.like(taken, "room_id").like(taken, "starts_at").like(taken, "ends_at");
        probes.add(Probe.refused(Rule.APART, BOOKED, what, together(moved), onto.update(columns))
                .mistake("insert-only"));
    }

    private void neighbours() {
        OffsetDateTime later = end.plusMinutes(draw.number(15, 300));
        OffsetDateTime earlier = start.minusMinutes(draw.number(15, 300));
        accept("a booking that starts at the moment another ends", room, end, later, "closed-range");
        accept("a booking that ends at the moment another starts", room, earlier, start, "closed-range");
        accept("a booking of the same time in another room", house.room(4), start, end, "any-room");
        Row longer = taken.with("ends_at", later);
        probes.add(accepted("a booking that is made longer", house.around(taken), longer.update("ends_at")));
    }

    private List<Row> together(Row other) {
        Set<Row> rows = new LinkedHashSet<>(house.around(taken));
        rows.addAll(house.around(other));
        return List.copyOf(rows);
    }

    /** Mostly by somebody else: a person who is in two places at once is not what the rule is about. */
    private void refused(String what, Row by, OffsetDateTime from, OffsetDateTime to) {
        Set<Row> given = new LinkedHashSet<>(house.around(taken));
        given.add(by);
        String sql = house.booking(room, by, from, to).insert();
        probes.add(Probe.refused(Rule.APART, BOOKED, what, List.copyOf(given), sql));
    }

    private void accept(String what, Row where, OffsetDateTime from, OffsetDateTime to, String mistake) {
        Set<Row> given = new LinkedHashSet<>(house.around(taken));
        given.add(where);
        String sql = house.booking(where, person, from, to).insert();
        probes.add(accepted(what, List.copyOf(given), sql).mistake(mistake));
    }

    static List<Race> races(House house) {
        Row room = house.room(4);
        Row person = house.person(2);
        List<Row> given = List.of(room, person);
        List<Race> races = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Row first = house.booking(room, person);
            Row second = house.booking(
                    room,
                    person,
                    first.time("starts_at").plusMinutes(10),
                    first.time("ends_at").plusMinutes(10));
            races.add(Race.refused(
                    Rule.APART,
                    "two clients booked the same room for the same time",
                    given,
                    first.insert(),
                    second.insert()));
        }
        return List.of(races.get(0), races.get(1).repeatableRead(), races.get(2).firstGivesUp());
    }
}
