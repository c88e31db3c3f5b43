package dev.lexlab.graders.postgres.catalog;

/** Where a table is found: names are unique only within a schema. */
record Place(String schema, String name) {
    static final String PUBLIC = "public";
    /** The schema of what goes with its session. */
    static final String TEMPORARY = "pg_temp";

    /** As in SQL. */
    String written() {
        return Quoted.name(schema) + "." + Quoted.name(name);
    }

    Place beside(String other) {
        return new Place(schema, other);
    }
}
