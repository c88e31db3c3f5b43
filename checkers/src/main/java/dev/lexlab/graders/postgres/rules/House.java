package dev.lexlab.graders.postgres.rules;

import static java.util.Locale.ROOT;

import dev.lexlab.check.author.Draw;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A conference house drawn from the seed: all of it is honest. Every booking has days of its own, so that the rules for
 * neighbours and for the same name are left to the checks that are about them.
 */
final class House {
    private static final List<ZoneOffset> ZONES = List.of(
            ZoneOffset.of("-09:00"),
            ZoneOffset.of("-03:30"),
            ZoneOffset.of("+01:00"),
            ZoneOffset.of("+02:00"),
            ZoneOffset.of("+05:30"),
            ZoneOffset.of("+09:00"),
            ZoneOffset.of("+12:45"));
    private static final int DAYS_APART = 3;

    private final Draw draw;
    private final Iterator<String> words;
    private final Iterator<String> names;
    private final List<ZoneOffset> zones;
    private final List<Row> rooms;
    private final List<Row> people;
    private final List<Row> bookings = new ArrayList<>();
    private int lastId;
    private LocalDate lastDay;

    House(Draw draw) {
        this.draw = draw;
        words = draw.words(60).iterator();
        names = draw.names(12).iterator();
        zones = draw.shuffle(ZONES);
        lastId = draw.number(100, 90_000);
        lastDay = draw.day();
        String building = words.next();
        String wingless = words.next();
        rooms = List.of(
                room(building).with("wing", words.next()),
                room(building).with("wing", words.next()),
                room(wingless),
                room(wingless),
                room(wingless),
                room(wingless));
        people = List.of(person(), person(), person());
        for (int i = 0; i < 8; i++) {
            bookings.add(booking(rooms.get(i % 4), people.get(i % 2)));
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>(rooms);
        rows.addAll(people);
        rows.addAll(bookings);
        return rows;
    }

    /** Rooms 0 and 1 lie in wings of one building, 2 to 5 in a building without wings. Nobody has booked 4 and 5. */
    Row room(int number) {
        return rooms.get(number);
    }

    /** Persons 0 and 1 have bookings, 2 has none. */
    Row person(int number) {
        return people.get(number);
    }

    /** Booking {@code n} has room {@code n % 4} and person {@code n % 2}. */
    Row booking(int number) {
        return bookings.get(number);
    }

    /** A stored booking with the room and the person it needs. */
    List<Row> around(Row booking) {
        List<Row> around = new ArrayList<>(booking.targetsAmong(rows()));
        around.add(booking);
        return around;
    }

    /** A further honest room, not stored; without a wing. */
    Row room(String building) {
        return Row.of("rooms", nextId())
                .with("building", building)
                .withNull("wing")
                .with("name", words.next())
                .with("seats", draw.number(2, 400));
    }

    Row room() {
        return room(words.next());
    }

    /** A further person, not stored. */
    Row person() {
        String email = names.next().toLowerCase(ROOT) + "@" + words.next() + ".example";
        return Row.of("people", nextId()).with("email", email);
    }

    /** A further booking, not stored, at a time when nothing else is on. */
    Row booking(Row room, Row person) {
        OffsetDateTime start = freeTime();
        return booking(room, person, start, start.plusMinutes(15L * draw.number(2, 12)));
    }

    Row booking(Row room, Row person, OffsetDateTime start, OffsetDateTime end) {
        return Row.of("bookings", nextId())
                .with("room_id", room)
                .with("person_id", person)
                .with("starts_at", start)
                .with("ends_at", end)
                .with("attendees", draw.number(2, 90))
                .with("price", BigDecimal.valueOf(draw.number(1, 99_999), 2));
    }

    /** A moment with nothing on for a day before and after it, told in some zone. */
    OffsetDateTime freeTime() {
        lastDay = lastDay.plusDays(DAYS_APART);
        return lastDay.atTime(LocalTime.of(draw.number(8, 17), 15 * draw.number(0, 3)))
                .atOffset(zones.get(Math.floorMod(lastDay.toEpochDay(), zones.size())));
    }

    ZoneOffset zoneOtherThan(ZoneOffset zone) {
        return zones.get((zones.indexOf(zone) + 1) % zones.size());
    }

    /** An id that no row has. */
    int nextId() {
        lastId += draw.number(1, 9);
        return lastId;
    }

    String word() {
        return words.next();
    }
}
