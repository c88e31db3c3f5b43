package dev.lexlab.graders.postgres.catalog;

import java.util.List;

/** Columns of a table that refer to those of another. */
record ForeignKey(String name, List<String> columns, Place target, List<String> targetColumns) {

    ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    String statement(Place table) {
        return "ALTER TABLE " + table.written() + " ADD CONSTRAINT " + Quoted.name(name) + " FOREIGN KEY ("
                + Quoted.names(columns) + ") REFERENCES " + target.written() + " (" + Quoted.names(targetColumns)
                + ")";
    }
}
