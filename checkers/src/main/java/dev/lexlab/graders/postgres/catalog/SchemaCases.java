package dev.lexlab.graders.postgres.catalog;

import java.util.List;

/** Something for each view, in schemas of all kinds, under names of all kinds. */
final class SchemaCases {
    private final Names names;

    private SchemaCases(Names names) {
        this.names = names;
    }

    static World of(Names names) {
        SchemaCases schemas = new SchemaCases(names);
        Case known = schemas.set("these lie in the schema public", Place.PUBLIC);
        String plain = names.pair();
        Case other = schemas.set("these lie in a schema of their own", plain);
        return World.of(List.of(
                        known,
                        other,
                        schemas.set(
                                        "a schema whose name begins with pg, without the underscore, is no schema of the"
                                                + " server's",
                                        "pg" + names.word())
                                .ifMissing("like-wildcard"),
                        schemas.sameNames(),
                        schemas.acrossSchemas(),
                        schemas.oddNames(),
                        schemas.reservedWords(),
                        schemas.temporary()))
                .clue(other, known, "only-public");
    }

    /** What somebody else made, in a schema of theirs. */
    static World strangers(Names names) {
        SchemaCases schemas = new SchemaCases(names);
        return World.of(List.of(
                        schemas.set("these belong to another role, and yours may not touch them", names.pair())
                                .ifMissing("hides-strangers"),
                        schemas.temporary()))
                .whenNothing("hides-strangers");
    }

    private Case set(String what, String schema) {
        return set(what, new Place(schema, names.pair()), names.pair(), "id", "other", names.pair(), names.pair());
    }

    /** A table without a key, which refers to one with a key, and has an index twice. */
    private static Case set(
            String what, Place place, String target, String key, String column, String constraint, String index) {
        Table second = keyed(place.beside(target), key);
        return Case.of(
                what,
                second,
                Table.of(place, Quoted.name(column) + " integer", Quoted.name(key) + " integer")
                        .referring(new ForeignKey(constraint, List.of(column), second.place(), List.of(key)))
                        .with(Index.on(index + "1", key), Index.on(index + "2", key)));
    }

    private static Table keyed(Place place, String key) {
        return Table.of(place, Quoted.name(key) + " integer").keyed(key);
    }

    /** Of two tables of one name, one has the key, the indexed foreign key and an index that is there once. */
    private Case sameNames() {
        String table = names.pair();
        String constraint = names.pair();
        List<String> index = names.sorted(2);
        Table good = Table.of(new Place(names.pair(), table), "id integer", "a integer", "b integer")
                .keyed("id");
        Table bad = Table.of(new Place(names.pair(), table), "id integer", "a integer", "b integer");
        return Case.of(
                        "tables, constraints and indexes of one name in two schemas are different ones",
                        good.referring(new ForeignKey(constraint, List.of("a"), good.place(), List.of("id")))
                                .with(Index.on(index.get(0), "a"), Index.on(index.get(1), "b")),
                        bad.referring(new ForeignKey(constraint, List.of("a"), good.place(), List.of("id")))
                                .with(Index.on(index.get(0), "b"), Index.on(index.get(1), "b")))
                .ifMissing("same-name")
                .ifExtra("same-name");
    }

    /** The table that is referred to has an index under the same number. */
    private Case acrossSchemas() {
        Table target = keyed(new Place(names.pair(), names.pair()), "id");
        Table table = Table.of(new Place(names.pair(), names.pair()), "a integer", "id integer")
                .keyed("id")
                .referring(new ForeignKey(names.pair(), List.of("a"), target.place(), List.of("id")));
        return Case.of("a foreign key may refer to a table of another schema", target, table);
    }

    private Case oddNames() {
        return set(
                "names may hold anything",
                new Place(names.odd(), names.odd()),
                names.odd(),
                names.odd(),
                names.odd(),
                names.odd(),
                names.odd());
    }

    private Case reservedWords() {
        return set(
                "names may be words of SQL",
                new Place("Order " + names.word(), "select"),
                "order",
                "user",
                "table",
                "select",
                "order");
    }

    private Case temporary() {
        Place place = new Place(Place.TEMPORARY, names.pair());
        return Case.of(
                        "a temporary table is gone when its session ends, so nobody reviews it",
                        Table.of(place, "a integer")
                                .as(Table.Kind.TEMPORARY)
                                .with(Index.on(names.pair(), "a"), Index.on(names.pair(), "a")))
                .ifExtra("servers-own");
    }
}
