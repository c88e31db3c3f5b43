package dev.lexlab.graders.postgres.rules;

import java.util.List;

/** What clients do all day with rows that are there, all of it allowed. */
final class HonestChanges {

    private HonestChanges() {}

    static List<Probe> of(House house) {
        Row moved = house.booking(0);
        Row later = house.booking(house.room(1), house.person(1));
        Row renamed = house.room(2).with("name", house.word()).with("seats", 7);
        return List.of(
                Probe.accepted(
                        "an UPDATE that moves a booking to another free day",
                        house.around(moved),
                        moved.like(later, "starts_at").like(later, "ends_at").update("starts_at", "ends_at")),
                Probe.accepted(
                        "an UPDATE that renames a room and counts its seats again",
                        List.of(house.room(2)),
                        renamed.update("name", "seats")),
                Probe.accepted("a DELETE of a booking", house.around(moved), moved.delete()));
    }
}
