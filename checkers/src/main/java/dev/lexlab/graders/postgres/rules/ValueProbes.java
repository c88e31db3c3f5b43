package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Draw;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that are missing, just outside their limits, and just inside. */
final class ValueProbes {
    private final House house;
    private final Draw draw;
    private final Row room;
    private final Row person;
    private final Row booking;
    private final List<Probe> probes = new ArrayList<>();

    private ValueProbes(House house, Draw draw) {
        this.house = house;
        this.draw = draw;
        room = house.room();
        person = house.person();
        booking = house.booking(house.room(0), house.person(0));
    }

    static List<Probe> of(House house, Draw draw) {
        ValueProbes values = new ValueProbes(house, draw);
        values.missing();
        values.outside();
        values.inside();
        return List.copyOf(values.probes);
    }

    private void missing() {
        for (Row row : List.of(room, person, booking)) {
            for (String column : row.literals().keySet()) {
                if (!column.equals("wing")) {
                    String what = "a row of " + row.table() + " without " + column;
                    add(Rule.REQUIRED, row.table() + "." + column, what, row, row.withNull(column));
                }
            }
        }
        Row stored = house.booking(0);
        probes.add(Probe.refused(
                        Rule.REQUIRED,
                        "bookings.price",
                        "an UPDATE that takes a booking's price away",
                        house.around(stored),
                        stored.withNull("price").update("price"))
                .mistake("null-passes-check"));
    }

    private void outside() {
        limit("seats", "a room with no seats", room.with("seats", 0));
        limit("seats", "a room with fewer than no seats", room.with("seats", -draw.number(1, 90)));
        limit("seats", "a room with 1001 seats", room.with("seats", 1001));
        limit("seats", "a room with far too many seats", room.with("seats", draw.number(1002, 90_000)));
        limit("attendees", "a booking for nobody", booking.with("attendees", 0));
        limit("attendees", "a booking for fewer than nobody", booking.with("attendees", -draw.number(1, 90)));
        limit("price", "a booking with a price of -0.01", booking.with("price", new BigDecimal("-0.01")));
        limit("price", "a booking with a price far below zero", booking.with("price", -draw.number(1, 9_000)));
        OffsetDateTime start = house.freeTime();
        limit("ends_at", "a booking that ends as it starts", at(start, start));
        limit("ends_at", "a booking that ends before it starts", at(start, start.minusMinutes(draw.number(1, 3000))));
        Row stored = house.booking(1);
        Row turned = stored.with("ends_at", stored.time("starts_at").minusMinutes(1));
        probes.add(Probe.refused(
                Rule.LIMIT,
                "bookings.ends_at",
                "an UPDATE that puts a booking's end before its start",
                house.around(stored),
                turned.update("ends_at")));
    }

    private void inside() {
        accept("a room with one seat", room.with("seats", 1));
        accept("a room with 1000 seats", room.with("seats", 1000));
        accept("a booking for one", booking.with("attendees", 1));
        accept("a booking that costs nothing", booking.with("price", 0));
        accept("a booking at the largest price of its type", booking.with("price", new BigDecimal("999999.99")));
        OffsetDateTime start = house.freeTime();
        accept("a booking of one minute", at(start, start.plusMinutes(1)));
    }

    private Row at(OffsetDateTime start, OffsetDateTime end) {
        return house.booking(house.room(0), house.person(0), start, end);
    }

    private void limit(String column, String what, Row row) {
        add(Rule.LIMIT, row.table() + "." + column, what, row, row);
    }

    private void add(Rule rule, String about, String what, Row whole, Row sent) {
        probes.add(new Probe(
                what,
                whole.targetsAmong(house.rows()),
                sent.insert(),
                Optional.of(rule),
                about,
                rule == Rule.REQUIRED ? "null-passes-check" : ""));
    }

    private void accept(String what, Row row) {
        probes.add(Probe.accepted(what, row.targetsAmong(house.rows()), row.insert()));
    }
}
