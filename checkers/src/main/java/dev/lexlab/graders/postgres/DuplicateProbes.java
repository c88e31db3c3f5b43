package dev.lexlab.graders.postgres;

import static dev.lexlab.graders.postgres.Probe.accepted;

import java.util.List;

/** Things that are there already, and things that only look alike. */
final class DuplicateProbes {
    private static final String ROOM_NAME = "rooms' names";
    private final House house;
    private final Row winged;
    private final Row wingless;

    private DuplicateProbes(House house) {
        this.house = house;
        winged = house.room(0);
        wingless = house.room(2);
    }

    static List<Probe> of(House house) {
        return new DuplicateProbes(house).probes();
    }

    private List<Probe> probes() {
        Row person = house.person(0);
        Row booking = house.booking(0);
        Row other = house.room(3);
        return List.of(
                refused(
                        "rooms.id",
                        "a room with an id that is taken",
                        List.of(winged),
                        house.room().like(winged, "id")),
                refused(
                        "people.id",
                        "a person with an id that is taken",
                        List.of(person),
                        house.person().like(person, "id")),
                refused(
                        "bookings.id",
                        "a booking with an id that is taken",
                        house.around(booking),
                        house.booking(winged, person).like(booking, "id")),
                refused(
                        "people.email",
                        "an e-mail address that is taken",
                        List.of(person),
                        house.person().like(person, "email")),
                refused(
                        ROOM_NAME,
                        "a second room of the same name in the same wing",
                        List.of(winged),
                        sameName(winged)),
                refused(
                                ROOM_NAME,
                                "a second room of the same name in a building without wings",
                                List.of(wingless),
                                sameName(wingless))
                        .mistake("null-is-not-equal"),
                Probe.refused(
                                Rule.UNIQUE,
                                ROOM_NAME,
                                "a room renamed to its neighbour's name in a building without wings",
                                List.of(wingless, other),
                                other.like(wingless, "name").update("name"))
                        .mistake("null-is-not-equal"),
                accepted(
                        "a room of the same name in another wing",
                        List.of(winged),
                        sameName(winged).like(house.room(1), "wing").insert()),
                accepted(
                        "a room of the same name outside the wings of its building",
                        List.of(winged),
                        sameName(winged).withNull("wing").insert()),
                accepted(
                        "a room of the same name and wing in another building",
                        List.of(winged),
                        sameName(winged).like(wingless, "building").insert()),
                accepted(
                        "a room of the same name in another building, both without wings",
                        List.of(wingless),
                        sameName(wingless).like(winged, "building").insert()));
    }

    static List<Race> races(House house) {
        Row room = house.room();
        Row person = house.person();
        return List.of(
                Race.refused(
                        Rule.UNIQUE,
                        "two clients made the same room at the same moment",
                        List.of(),
                        room.insert(),
                        room.with("id", house.nextId()).insert()),
                Race.refused(
                        Rule.UNIQUE,
                        "two clients took the same e-mail address at the same moment",
                        List.of(),
                        person.insert(),
                        person.with("id", house.nextId()).insert()));
    }

    private Row sameName(Row room) {
        return house.room().like(room, "building").like(room, "wing").like(room, "name");
    }

    private static Probe refused(String about, String what, List<Row> given, Row row) {
        return Probe.refused(Rule.UNIQUE, about, what, given, row.insert());
    }
}
