package dev.lexlab.graders.postgres.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables that belong together, and one thing that they are about.
 *
 * @param what what a learner must know about them; a clause that could end with a full stop
 * @param tables in the order in which they are made
 * @param ifMissing diagnosis where one of their rows is not listed, or empty
 * @param ifExtra diagnosis where a row about them is listed that should not be, or empty
 */
record Case(String what, List<Table> tables, String ifMissing, String ifExtra) {

    Case {
        tables = List.copyOf(tables);
    }

    static Case of(String what, Table... tables) {
        return new Case(what, List.of(tables), "", "");
    }

    Case ifMissing(String diagnosis) {
        return new Case(what, tables, diagnosis, ifExtra);
    }

    Case ifExtra(String diagnosis) {
        return new Case(what, tables, ifMissing, diagnosis);
    }

    boolean isAbout(Row row) {
        return tables.stream().anyMatch(table -> table.place().equals(row.table()));
    }

    List<Row> listedBy(View view) {
        return tables.stream().flatMap(table -> Truth.of(view, table).stream()).toList();
    }

    /** Tables, then indexes, since some are only made beside partitions, then foreign keys, which may need an index. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        tables.forEach(table -> statements.addAll(table.making()));
        tables.forEach(table -> statements.addAll(table.indexing()));
        tables.forEach(table -> statements.addAll(table.linking()));
        return statements;
    }

    boolean breaksOff(String statement) {
        return tables.stream().anyMatch(table -> table.breaksOff(statement));
    }

    /** The schemas it needs that are not always there. */
    Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        for (Table table : tables) {
            if (!table.place().schema().equals(Place.PUBLIC) && table.kind() != Table.Kind.TEMPORARY) {
                schemas.add(table.place().schema());
            }
        }
        return schemas;
    }
}
