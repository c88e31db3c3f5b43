package dev.lexlab.graders.postgres.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One that the shop did not have; those behind primary keys were there.
 *
 * @param name as it is written in SQL
 * @param table it is one of
 * @param firstKey the column or expression that it is sorted by first
 * @param keys all that it is sorted by
 * @param predicate which rows are in it; empty where all are
 * @param definition the whole of it
 */
record Index(String name, String table, String firstKey, String keys, Optional<String> predicate, String definition) {
    private static final String ALL = """
            SELECT i.indexrelid::regclass::text AS name, i.indrelid::regclass::text AS of,
                   pg_get_indexdef(i.indexrelid, 1, true) AS first_key,
                   (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true), ', ' ORDER BY k)
                      FROM generate_series(1, i.indnkeyatts) k) AS keys,
                   pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
                   pg_get_indexdef(i.indexrelid) AS definition
              FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
             WHERE t.oid >= 16384 AND t.relkind <> 't'
               AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype = 'p')
             ORDER BY i.indexrelid""";

    static List<Index> all(Desk desk) {
        return desk.query(ALL).stream().map(Index::of).toList();
    }

    private static Index of(Map<String, @Nullable Object> row) {
        return new Index(
                String.valueOf(row.get("name")),
                String.valueOf(row.get("of")),
                String.valueOf(row.get("first_key")),
                String.valueOf(row.get("keys")),
                Optional.ofNullable(row.get("predicate")).map(String::valueOf),
                String.valueOf(row.get("definition")));
    }

    boolean isOf(String otherTable) {
        return table.equals(otherTable);
    }
}
