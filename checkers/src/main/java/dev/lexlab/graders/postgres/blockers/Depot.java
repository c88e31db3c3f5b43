package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Draw;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Tables, rows and keys to hold, drawn from the seed; nothing is given out twice. */
final class Depot {
    private static final int ROWS = 40;

    private final String schema;
    private final Iterator<String> words;
    private final List<String> given = new ArrayList<>();
    private final String rows;
    private final Iterator<Integer> ids;
    private int lastKey;

    Depot(Draw draw) {
        words = draw.words(12).iterator();
        schema = words.next() + "_depot";
        given.add("CREATE SCHEMA IF NOT EXISTS " + schema);
        rows = table();
        List<Integer> numbers = new ArrayList<>();
        for (int id = 1; id <= ROWS; id++) {
            numbers.add(id);
        }
        ids = draw.shuffle(numbers).iterator();
        lastKey = draw.number(1000, 90_000);
    }

    /** What there must be before anything here can be held. */
    List<String> given() {
        return List.copyOf(given);
    }

    /** A statement that holds one row until its transaction ends; two of the same wait for each other. */
    String row() {
        return change(rows, ids.next());
    }

    /** A statement that changes some row of a table, and so holds the table against a change of its form. */
    String change(String table) {
        return change(table, ids.next());
    }

    private static String change(String table, int id) {
        return "UPDATE " + table + " SET moves = moves + 1 WHERE id = " + id;
    }

    /** A table with rows in it, full to the last page. Nothing tidies it up by itself. */
    String table() {
        String table = schema + "." + words.next();
        given.add("CREATE TABLE IF NOT EXISTS " + table
                + " WITH (autovacuum_enabled = off) AS SELECT id, 0 AS moves FROM generate_series(1, " + ROWS
                + ") AS id");
        return table;
    }

    /** A number for an advisory lock. */
    int key() {
        return ++lastKey;
    }
}
