package dev.lexlab.graders.postgres.rules;

import java.util.ArrayList;
import java.util.List;

/** Things that are there already, and things that only look alike. */
final class DuplicateProbes {
    private static final String ROOM_NAME = "rooms' names";
    private final House house;
    private final Row winged;
    private final Row wingless;
    private final List<Probe> probes = new ArrayList<>();

    private DuplicateProbes(House house) {
        this.house = house;
        winged = house.room(0);
        wingless = house.room(2);
    }

    static List<Probe> of(House house) {
        DuplicateProbes duplicates = new DuplicateProbes(house);
        duplicates.ids();
        duplicates.names();
        duplicates.lookalikes();
        return List.copyOf(duplicates.probes);
    }

    private void ids() {
        Row person = house.person(0);
        Row booking = house.booking(0);
        refuse(
                "rooms.id",
                "a room with an id that is taken",
                List.of(winged),
                house.room().like(winged, "id"));
        refuse(
                "people.id",
                "a person with an id that is taken",
                List.of(person),
                house.person().like(person, "id"));
        Row sameId = house.booking(winged, person).like(booking, "id");
        refuse("bookings.id", "a booking with an id that is taken", house.around(booking), sameId);
        Row sameEmail = house.person().like(person, "email");
        refuse("people.email", "a person with an e-mail address that is taken", List.of(person), sameEmail);
    }

    private void names() {
        refuse(ROOM_NAME, "a second room of the same name in the same wing", List.of(winged), sameName(winged));
        refuseInSpiteOfNull(
                "a second room of the same name in a building without wings",
                List.of(wingless),
                sameName(wingless).insert());
        Row neighbour = house.room(3);
        refuseInSpiteOfNull(
                "a room renamed to its neighbour's name in a building without wings",
                List.of(wingless, neighbour),
                neighbour.like(wingless, "name").update("name"));
    }

    private void lookalikes() {
        Row otherWing = sameName(winged).like(house.room(1), "wing");
        accept("a room of the same name in another wing", winged, otherWing);
        Row noWing = sameName(winged).withNull("wing");
        accept("a room of the same name outside the wings of its building", winged, noWing);
        Row otherBuilding = sameName(winged).like(wingless, "building");
        accept("a room of the same name and wing in another building", winged, otherBuilding);
        Row otherWingless = sameName(wingless).like(winged, "building");
        accept("a room of the same name in another building, both without wings", wingless, otherWingless);
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

    private void refuse(String about, String what, List<Row> given, Row row) {
        probes.add(Probe.refused(Rule.UNIQUE, about, what, given, row.insert()));
    }

    private void refuseInSpiteOfNull(String what, List<Row> given, String sql) {
        probes.add(Probe.refused(Rule.UNIQUE, ROOM_NAME, what, given, sql).mistake("null-is-not-equal"));
    }

    private void accept(String what, Row given, Row row) {
        probes.add(Probe.accepted(what, List.of(given), row.insert()));
    }
}
