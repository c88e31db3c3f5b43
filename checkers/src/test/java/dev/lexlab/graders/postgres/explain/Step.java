package dev.lexlab.graders.postgres.explain;

/** A step of a plan, said in few words. */
record Step(PlanNode node) {

    static Step of(String type) {
        return new Step(new PlanNode(1, type, "", "", "", "", "", 0, 0, 0, 1, type.equals("Seq Scan") ? 700 : 3));
    }

    Step on(String relation) {
        return with(relation, node.index(), node.condition(), node.filter(), node.sortedBy());
    }

    Step by(String index) {
        return with(node.relation(), index, node.condition(), node.filter(), node.sortedBy());
    }

    Step condition(String condition) {
        return with(node.relation(), node.index(), condition, node.filter(), node.sortedBy());
    }

    Step filter(String filter) {
        return with(node.relation(), node.index(), node.condition(), filter, node.sortedBy());
    }

    Step sortedBy(String keys) {
        return with(node.relation(), node.index(), node.condition(), node.filter(), keys);
    }

    Step rows(long expected, long actual) {
        return counted(expected, actual, node.buffers());
    }

    Step reading(long buffers) {
        return counted(node.expected(), node.actual(), buffers);
    }

    private Step with(String relation, String index, String condition, String filter, String sortedBy) {
        return new Step(new PlanNode(
                node.depth(),
                node.type(),
                relation,
                index,
                condition,
                filter,
                sortedBy,
                filter.isEmpty() ? 0 : 39_000,
                node.expected(),
                node.actual(),
                node.loops(),
                node.buffers()));
    }

    private Step counted(long expected, long actual, long buffers) {
        return new Step(new PlanNode(
                node.depth(),
                node.type(),
                node.relation(),
                node.index(),
                node.condition(),
                node.filter(),
                node.sortedBy(),
                node.removed(),
                expected,
                actual,
                node.loops(),
                buffers));
    }
}
