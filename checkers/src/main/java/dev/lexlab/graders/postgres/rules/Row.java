package dev.lexlab.graders.postgres.rules;

import static java.util.stream.Collectors.joining;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A row to send, as text that can be shown and pasted.
 *
 * @param literals SQL literals by column, in the order they are sent
 */
record Row(String table, Map<String, String> literals) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mmxxx");
    private static final String NULL = "NULL";

    Row {
        literals = Collections.unmodifiableMap(new LinkedHashMap<>(literals));
    }

    static Row of(String table, int id) {
        return new Row(table, Map.of()).with("id", id);
    }

    Row with(String column, Number value) {
        return withLiteral(column, value.toString());
    }

    Row with(String column, String text) {
        return withLiteral(column, "'" + text.replace("'", "''") + "'");
    }

    /** The zone is told with it; that the database keeps the moment is part of what is looked at. */
    Row with(String column, OffsetDateTime time) {
        return withLiteral(column, "'" + TIME.format(time) + "'");
    }

    /** Refers to a row of another table. */
    Row with(String column, Row target) {
        return withLiteral(column, target.id());
    }

    Row withNull(String column) {
        return withLiteral(column, NULL);
    }

    /** The same in that column as another row of the table. */
    Row like(Row other, String column) {
        return withLiteral(column, other.literal(column));
    }

    String literal(String column) {
        String literal = literals.get(column);
        if (literal == null) {
            throw new IllegalArgumentException(table + " has no column " + column);
        }
        return literal;
    }

    OffsetDateTime time(String column) {
        String literal = literal(column);
        return OffsetDateTime.parse(literal.substring(1, literal.length() - 1), TIME);
    }

    String id() {
        return literal("id");
    }

    String insert() {
        return "INSERT INTO " + table + " (" + String.join(", ", literals.keySet()) + ") VALUES ("
                + String.join(", ", literals.values()) + ")";
    }

    String delete() {
        return "DELETE FROM " + table + " WHERE id = " + id();
    }

    /** Sets the named columns of the stored row to what this one says. */
    String update(String... columns) {
        StringBuilder sets = new StringBuilder();
        for (String column : columns) {
            sets.append(sets.isEmpty() ? "" : ", ").append(column).append(" = ").append(literal(column));
        }
        return "UPDATE " + table + " SET " + sets + " WHERE id = " + id();
    }

    /**
     * Finds the row where those columns came back as sent. Moments are compared as moments, whatever type the column has.
     */
    String find(Predicate<String> columns) {
        return "SELECT id FROM " + table + " WHERE "
                + literals.entrySet().stream()
                        .filter(column -> columns.test(column.getKey()))
                        .map(column -> column.getKey() + " IS NOT DISTINCT FROM " + column.getValue()
                                + (isTime(column.getKey()) ? "::timestamptz" : ""))
                        .collect(joining(" AND "));
    }

    static boolean isTime(String column) {
        return column.endsWith("_at");
    }

    /** The rows that must be stored before this one. */
    List<Row> targetsAmong(List<Row> rows) {
        return rows.stream()
                .filter(row -> isTarget(row, "rooms", "room_id") || isTarget(row, "people", "person_id"))
                .toList();
    }

    private boolean isTarget(Row row, String ofTable, String column) {
        return row.table.equals(ofTable) && row.id().equals(literals.get(column));
    }

    private Row withLiteral(String column, String literal) {
        Map<String, String> changed = new LinkedHashMap<>(literals);
        changed.put(column, literal);
        return new Row(table, changed);
    }
}
