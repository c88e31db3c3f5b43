package dev.lexlab.graders.postgres.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a query was run, by the server's own account. The answer's step comes first, each step before those it works on. */
record Plan(List<PlanNode> nodes) {
    private static final String EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF, FORMAT JSON) ";

    /** The server takes its answer apart itself, so that nobody's names can be taken for figures. */
    private static final String STEPS = """
            WITH RECURSIVE step(node, way) AS (
              SELECT CAST(? AS jsonb) -> 0 -> 'Plan', ARRAY[0::bigint]
              UNION ALL
              SELECT below.node, way || below.place
                FROM step, jsonb_array_elements(step.node -> 'Plans') WITH ORDINALITY AS below(node, place)
            )
            SELECT array_length(way, 1) - 1 AS depth, node ->> 'Node Type' AS type,
                   node ->> 'Relation Name' AS relation, node ->> 'Index Name' AS index,
                   coalesce(node ->> 'Index Cond', node ->> 'Recheck Cond', node ->> 'Hash Cond', node ->> 'Merge Cond',
                            node ->> 'Join Filter') AS condition, node ->> 'Filter' AS filter,
                   (SELECT string_agg(key, ', ') FROM jsonb_array_elements_text(node -> 'Sort Key') key) AS sorted_by,
                   node ->> 'Rows Removed by Filter' AS removed,
                   node ->> 'Plan Rows' AS expected, node ->> 'Actual Rows' AS actual, node ->> 'Actual Loops' AS loops,
                   (node ->> 'Shared Hit Blocks')::bigint + (node ->> 'Shared Read Blocks')::bigint AS buffers
              FROM step ORDER BY way""";

    Plan {
        nodes = List.copyOf(nodes);
    }

    /** Of the second of two runs: the first one may find pages that nobody has read and names that nobody has looked up yet. */
    static Plan of(Desk desk, String query) {
        desk.texts(EXPLAIN + query);
        String json = desk.texts(EXPLAIN + query).get(0);
        return new Plan(desk.query(STEPS, json).stream().map(Plan::node).toList());
    }

    private static PlanNode node(Map<String, @Nullable Object> row) {
        return new PlanNode(
                (int) number(row, "depth"),
                text(row, "type"),
                text(row, "relation"),
                text(row, "index"),
                text(row, "condition"),
                text(row, "filter"),
                text(row, "sorted_by"),
                number(row, "removed"),
                number(row, "expected"),
                number(row, "actual"),
                number(row, "loops"),
                number(row, "buffers"));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Optional.ofNullable(row.get(column)).map(String::valueOf).orElse("");
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? 0 : Math.round(Double.parseDouble(text));
    }

    /** Pages touched, whether they were in memory or not. */
    long buffers() {
        return nodes.get(0).buffers();
    }

    /** Of the steps that read a table, the one that touched most. */
    Optional<PlanNode> costliest() {
        return nodes.stream().filter(PlanNode::isScan).max(Comparator.comparingLong(PlanNode::buffers));
    }

    String text() {
        return nodes.stream().map(PlanNode::line).collect(Collectors.joining("\n"));
    }
}
