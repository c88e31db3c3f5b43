package dev.lexlab.graders.postgres.catalog;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An index of a table, as the guide describes them.
 *
 * @param parts its keys
 * @param included the columns behind INCLUDE
 * @param where its predicate, or empty
 * @param options storage parameters, or empty; they make no difference
 * @param state whether it works
 * @param holder what would break, were it dropped
 */
record Index(
        String name,
        String method,
        List<Part> parts,
        List<String> included,
        Uniqueness uniqueness,
        String where,
        String options,
        State state,
        Holder holder) {
    static final String BTREE = "btree";
    /** The methods that answer "which rows have exactly these values?" for any type. */
    private static final Set<String> LOOKS_UP = Set.of(BTREE, "hash");

    Index {
        parts = List.copyOf(parts);
        included = List.copyOf(included);
    }

    enum Uniqueness {
        NONE,
        UNIQUE,
        NULLS_NOT_DISTINCT
    }

    enum State {
        VALID,
        /** Left behind by CREATE UNIQUE INDEX CONCURRENTLY, which found the same value twice. */
        BROKEN_OFF,
        /** Made on a partitioned table alone, and not on its partitions. */
        HOLLOW
    }

    enum Holder {
        NOBODY,
        PRIMARY_KEY,
        /** The server made it with a UNIQUE constraint. */
        UNIQUE,
        /** A foreign key of another table refers to what it keeps unique. */
        FOREIGN_KEY,
        /** The server made it with an index of the partitioned table. */
        PARENT
    }

    static Index of(String name, Part... parts) {
        return new Index(name, BTREE, List.of(parts), List.of(), Uniqueness.NONE, "", "", State.VALID, Holder.NOBODY);
    }

    static Index on(String name, String... columns) {
        return of(name, List.of(columns).stream().map(Part::column).toArray(Part[]::new));
    }

    static Index key(String name, List<String> columns) {
        return on(name, columns.toArray(String[]::new)).unique().heldBy(Holder.PRIMARY_KEY);
    }

    Index unique() {
        return unique(Uniqueness.UNIQUE);
    }

    Index unique(Uniqueness how) {
        return new Index(name, method, parts, included, how, where, options, state, holder);
    }

    Index using(String other) {
        return new Index(name, other, parts, included, uniqueness, where, options, state, holder);
    }

    Index including(String... columns) {
        return new Index(name, method, parts, List.of(columns), uniqueness, where, options, state, holder);
    }

    Index where(String predicate) {
        return new Index(name, method, parts, included, uniqueness, predicate, options, state, holder);
    }

    Index stored(String parameters) {
        return new Index(name, method, parts, included, uniqueness, where, parameters, state, holder);
    }

    Index in(State other) {
        return new Index(name, method, parts, included, uniqueness, where, options, other, holder);
    }

    Index heldBy(Holder other) {
        return new Index(name, method, parts, included, uniqueness, where, options, state, other);
    }

    boolean isValid() {
        return state == State.VALID;
    }

    /** Whether it cannot be dropped by itself. */
    boolean isHeld() {
        return holder != Holder.NOBODY;
    }

    /** Whether it does what the other does, row for row. */
    boolean isSame(Index other) {
        return method.equals(other.method)
                && parts.size() == other.parts.size()
                && IntStream.range(0, parts.size()).allMatch(i -> parts.get(i).isSame(other.parts.get(i)))
                && included.equals(other.included)
                && uniqueness == other.uniqueness
                && where.equals(other.where);
    }

    /** Whether it finds the rows that refer to one of the other table. */
    boolean serves(ForeignKey key) {
        int wanted = key.columns().size();
        return isValid()
                && where.isEmpty()
                && LOOKS_UP.contains(method)
                && parts.size() >= wanted
                && parts.subList(0, wanted).stream()
                        .allMatch(part -> part.isColumn() && key.columns().contains(part.key()))
                && parts.subList(0, wanted).stream().map(Part::key).distinct().count() == wanted;
    }

    /** The statement that makes it; that of a key stands in CREATE TABLE. */
    String statement(Place table) {
        if (holder == Holder.UNIQUE) {
            return "ALTER TABLE " + table.written() + " ADD CONSTRAINT " + Quoted.name(name) + " UNIQUE" + nulls()
                    + " (" + keys() + ")";
        }
        return "CREATE " + (uniqueness == Uniqueness.NONE ? "" : "UNIQUE ") + "INDEX "
                + (state == State.BROKEN_OFF ? "CONCURRENTLY " : "") + Quoted.name(name)
                + (state == State.HOLLOW ? " ON ONLY " : " ON ") + table.written()
                + (method.equals(BTREE) ? "" : " USING " + method)
                + " (" + keys() + ")"
                + (included.isEmpty() ? "" : " INCLUDE (" + Quoted.names(included) + ")")
                + nulls()
                + (options.isEmpty() ? "" : " WITH (" + options + ")")
                + (where.isEmpty() ? "" : " WHERE " + where);
    }

    private String keys() {
        return parts.stream().map(Part::written).collect(joining(", "));
    }

    private String nulls() {
        return uniqueness == Uniqueness.NULLS_NOT_DISTINCT ? " NULLS NOT DISTINCT" : "";
    }
}
