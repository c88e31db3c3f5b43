package dev.lexlab.graders.postgres.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why a plan reads too much: told from its costliest step, and from what indexes there are for that step's table. */
final class Mistake {
    private static final String NOT_RECOGNISED = "";
    private static final String ADDRESS = "lower(email)";

    /** What each table is looked up by. */
    private static final Map<String, Set<String>> LOOKED_UP_BY =
            Map.of("customers", Set.of(ADDRESS), "orders", Set.of("customer_id", "status", "placed_at"));

    private static final Pattern MENTIONS_EMAIL = Pattern.compile("\\bemail\\b");
    /** So far off, an estimate makes another plan look cheaper than it is. */
    private static final int FAR_OFF = 10;

    private final Plan plan;
    private final PlanNode worst;
    private final List<Index> indexes;
    private final List<Index> candidates;

    private Mistake(Plan plan, PlanNode worst, List<Index> indexes) {
        this.plan = plan;
        this.worst = worst;
        this.indexes = indexes;
        this.candidates =
                indexes.stream().filter(index -> index.isOf(worst.relation())).toList();
    }

    /** Empty where no step reads a table. */
    static Optional<Mistake> in(Plan plan, List<Index> indexes) {
        return plan.costliest().map(worst -> new Mistake(plan, worst, indexes)).map(Mistake::orItsCause);
    }

    /** A table that an index leads into may be read whole because of the one it is joined to, which none leads into. */
    private Mistake orItsCause() {
        if (!worst.readsWholeTable() || !isLedInto()) {
            return this;
        }
        return plan.nodes().stream()
                .filter(node -> node.readsWholeTable() && !node.equals(worst))
                .map(node -> new Mistake(plan, node, indexes))
                .filter(other -> !other.isLedInto())
                .findFirst()
                .orElse(this);
    }

    private boolean isLedInto() {
        return candidates.stream()
                .anyMatch(index -> fits(index) && index.predicate().isEmpty());
    }

    /** The step that it shows in. */
    PlanNode step() {
        return worst;
    }

    /** In {@code lab.yml}, or empty. */
    String diagnosis() {
        return worst.readsWholeTable() ? ofWholeTable() : ofIndex();
    }

    private String ofWholeTable() {
        List<Index> fitting = candidates.stream().filter(this::fits).toList();
        if (candidates.isEmpty()) {
            return "no-index";
        }
        if (fitting.isEmpty()) {
            boolean isOfRawColumn = worst.filter().contains(ADDRESS.substring(0, 5))
                    && candidates.stream()
                            .anyMatch(index ->
                                    MENTIONS_EMAIL.matcher(index.keys()).find());
            return isOfRawColumn ? "other-expression" : "not-for-this";
        }
        if (fitting.stream().allMatch(index -> index.predicate().isPresent())) {
            return "not-implied";
        }
        if (plan.nodes().stream().anyMatch(Mistake::isFarOff)) {
            return "no-statistics";
        }
        return wantsFew() && fitting.stream().anyMatch(this::findsEqual) ? "sorts-all" : "not-for-this";
    }

    /** Whether its first key is one that this step asks for, or the step that joins it, or the one that sorts. */
    private boolean fits(Index index) {
        String joined = plan.nodes().stream()
                .filter(node -> !node.isScan())
                .map(node -> node.condition() + (wantsFew() ? " " + node.sortedBy() : ""))
                .collect(Collectors.joining(" "));
        return LOOKED_UP_BY.getOrDefault(worst.relation(), Set.of()).contains(index.firstKey())
                && (worst.filter() + " " + joined).contains(index.firstKey());
    }

    private boolean findsEqual(Index index) {
        return worst.filter().contains(index.firstKey() + " = ");
    }

    private static boolean isFarOff(PlanNode node) {
        return node.isScan() && !node.readsWholeTable() && node.expected() >= FAR_OFF * Math.max(1, node.actual());
    }

    private String ofIndex() {
        Optional<Index> used = used();
        if (sortsForFew() && worst.actual() * worst.loops() > worst.buffers() / FAR_OFF) {
            return "sorts-all";
        }
        boolean leads = used.filter(index -> worst.condition().contains(index.firstKey()))
                .isPresent();
        boolean looksUpCustomer = worst.condition().contains("customer_id");
        if (looksUpCustomer
                && used.filter(index -> !index.firstKey().equals("customer_id")).isPresent()) {
            return "range-first";
        }
        if (worst.removed() == 0) {
            return leads || used.isEmpty() ? NOT_RECOGNISED : "read-through";
        }
        return "thrown-away";
    }

    /** In a plan of bitmaps the step below names the index. */
    private Optional<Index> used() {
        int at = plan.nodes().indexOf(worst);
        return plan.nodes().stream()
                .skip(at)
                .map(PlanNode::index)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .flatMap(name -> candidates.stream()
                        .filter(index -> index.name().equals(name))
                        .findFirst());
    }

    private boolean sortsForFew() {
        return wantsFew() && plan.nodes().stream().anyMatch(PlanNode::sorts);
    }

    private boolean wantsFew() {
        return plan.nodes().get(0).type().equals("Limit");
    }
}
