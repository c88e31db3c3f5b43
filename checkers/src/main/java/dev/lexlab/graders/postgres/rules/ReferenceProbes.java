package dev.lexlab.graders.postgres.rules;

import java.util.ArrayList;
import java.util.List;

/** References to what is not there, and deletes of what is needed. */
final class ReferenceProbes {
    private static final String ROOMS = "a booking's room";
    private static final String PEOPLE = "a booking's person";

    private final House house;
    private final Row stored;
    private final List<Row> around;
    private final List<Probe> probes = new ArrayList<>();

    private ReferenceProbes(House house) {
        this.house = house;
        stored = house.booking(0);
        around = house.around(stored);
    }

    static List<Probe> of(House house) {
        ReferenceProbes references = new ReferenceProbes(house);
        references.toNothing();
        references.needed();
        references.free();
        return List.copyOf(references.probes);
    }

    private void toNothing() {
        Row noRoom = stored.with("room_id", house.room());
        Row noPerson = stored.with("person_id", house.person());
        refuse(ROOMS, "a booking of a room that does not exist", another(noRoom), "");
        refuse(PEOPLE, "a booking by a person who does not exist", another(noPerson), "");
        refuse(ROOMS, "a booking moved to a room that does not exist", noRoom.update("room_id"), "");
        refuse(PEOPLE, "a booking given to a person who does not exist", noPerson.update("person_id"), "");
    }

    private void needed() {
        String room = house.room(0).delete();
        String person = house.person(0).delete();
        refuse(ROOMS, "the DELETE of a room that has bookings", room, "deletes-bookings");
        refuse(PEOPLE, "the DELETE of a person who has bookings", person, "deletes-bookings");
    }

    private void free() {
        Row room = house.room(4);
        Row person = house.person(2);
        accept("the DELETE of a room that nobody booked", List.of(room), room.delete());
        accept("the DELETE of a person without bookings", List.of(person), person.delete());
        List<Row> given = new ArrayList<>(around);
        given.add(person);
        accept(
                "a booking given to another person",
                given,
                stored.with("person_id", person).update("person_id"));
    }

    /** Whoever comes second waits until it is known whether the first one's work will stay. */
    static List<Race> races(House house) {
        Row person = house.person(2);
        Row kept = house.room(4);
        Row dropped = house.room(5);
        return List.of(
                Race.refused(
                        Rule.REFERENCE,
                        "a room was deleted while another client was booking it",
                        List.of(kept, person),
                        house.booking(kept, person).insert(),
                        kept.delete()),
                Race.refused(
                        Rule.REFERENCE,
                        "a room was booked while another client was deleting it",
                        List.of(dropped, person),
                        dropped.delete(),
                        house.booking(dropped, person).insert()));
    }

    /** A booking of its own, with the references of the given one. */
    private String another(Row like) {
        return house.booking(house.room(0), house.person(0))
                .like(like, "room_id")
                .like(like, "person_id")
                .insert();
    }

    private void refuse(String about, String what, String sql, String mistake) {
        probes.add(Probe.refused(Rule.REFERENCE, about, what, around, sql).mistake(mistake));
    }

    private void accept(String what, List<Row> given, String sql) {
        probes.add(Probe.accepted(what, given, sql));
    }
}
