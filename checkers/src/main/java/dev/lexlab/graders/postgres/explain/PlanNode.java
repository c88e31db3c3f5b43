package dev.lexlab.graders.postgres.explain;

/**
 * One step of a plan that has run. Texts are empty, numbers 0, where the step has none.
 *
 * @param depth 0 is the step that gives the answer
 * @param condition what it looked up in an index, or joined by
 * @param filter what it looked at in every row it read
 * @param removed rows the filter threw away, in each loop
 * @param expected rows the planner counted on, in each loop
 * @param actual rows there were, in each loop
 * @param buffers pages that it and all steps below it touched
 */
record PlanNode(
        int depth,
        String type,
        String relation,
        String index,
        String condition,
        String filter,
        String sortedBy,
        long removed,
        long expected,
        long actual,
        long loops,
        long buffers) {

    boolean readsWholeTable() {
        return type.equals("Seq Scan");
    }

    /** A step that reads a table, by whatever way. */
    boolean isScan() {
        return !relation.isEmpty();
    }

    boolean sorts() {
        return type.equals("Sort") || type.equals("Incremental Sort");
    }

    /** As psql shows it, with what matters here. */
    String line() {
        return "  ".repeat(depth)
                + (depth == 0 ? "" : "-> ")
                + type
                + (index.isEmpty() ? "" : " using " + index)
                + (relation.isEmpty() ? "" : " on " + relation)
                + " (expected rows=" + expected + ", actual rows=" + actual + (loops > 1 ? " loops=" + loops : "")
                + ", buffers=" + buffers + ")"
                + told("Sort Key", sortedBy)
                + told("Cond", condition)
                + told("Filter", filter)
                + (removed == 0 ? "" : told("Rows Removed by Filter", String.valueOf(removed)));
    }

    private String told(String what, String value) {
        return value.isEmpty() ? "" : "\n" + "  ".repeat(depth + 2) + what + ": " + value;
    }
}
