package dev.lexlab.graders.postgres;

import static dev.lexlab.graders.postgres.Probe.accepted;

import java.util.ArrayList;
import java.util.List;

/** References to what is not there, and deletes of what is needed. */
final class ReferenceProbes {
    private static final String ROOMS = "a booking's room";
    private static final String PEOPLE = "a booking's person";

    private ReferenceProbes() {}

    static List<Probe> of(House house) {
        Row stored = house.booking(0);
        List<Row> around = house.around(stored);
        Row toNowhere = stored.with("room_id", house.room());
        Row toNobody = stored.with("person_id", house.person());
        Row idle = house.person(2);
        List<Row> aroundAndIdle = new ArrayList<>(around);
        aroundAndIdle.add(idle);
        return List.of(
                refused(ROOMS, "a booking of a room that does not exist", around, another(house, toNowhere)),
                refused(PEOPLE, "a booking by a person who does not exist", around, another(house, toNobody)),
                refused(ROOMS, "a booking moved to a room that does not exist", around, toNowhere.update("room_id")),
                refused(PEOPLE, "a booking given to a person who does not exist", around, toNobody.update("person_id")),
                refused(
                                ROOMS,
                                "the DELETE of a room that has bookings",
                                around,
                                house.room(0).delete())
                        .mistake("deletes-bookings"),
                refused(
                                PEOPLE,
                                "the DELETE of a person who has bookings",
                                around,
                                house.person(0).delete())
                        .mistake("deletes-bookings"),
                accepted(
                        "the DELETE of a room that nobody booked",
                        List.of(house.room(4)),
                        house.room(4).delete()),
                accepted("the DELETE of a person without bookings", List.of(idle), idle.delete()),
                accepted(
                        "a booking given to another person",
                        aroundAndIdle,
                        stored.with("person_id", idle).update("person_id")));
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
    private static String another(House house, Row like) {
        return house.booking(house.room(0), house.person(0))
                .like(like, "room_id")
                .like(like, "person_id")
                .insert();
    }

    private static Probe refused(String about, String what, List<Row> given, String sql) {
        return Probe.refused(Rule.REFERENCE, about, what, given, sql);
    }
}
