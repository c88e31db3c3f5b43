package dev.lexlab.graders.postgres.catalog;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Psql;
import dev.lexlab.check.author.Session;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Makes a world beside the learner's views, and asks them before and after. */
final class Survey {
    /** What CREATE UNIQUE INDEX CONCURRENTLY says as it leaves a broken index behind. */
    private static final String TWICE = "23505";

    private final Reviewer reviewer;
    private final Session maker;
    private final Evidence evidence;
    private final List<View> views;
    private final boolean byAStranger;
    private final Map<View, Set<Row>> before = new EnumMap<>(View.class);
    private final Map<View, List<Row>> after = new EnumMap<>(View.class);

    private Survey(Session learner, Session maker, Evidence evidence, List<View> views) {
        this.reviewer = new Reviewer(learner);
        this.maker = maker;
        this.evidence = evidence;
        this.views = views;
        this.byAStranger = !learner.equals(maker);
    }

    /** The learner's own role makes the tables. */
    static Survey of(Session learner, Evidence evidence, View... views) {
        return new Survey(learner, learner, evidence, List.of(views));
    }

    /** Somebody else makes them. */
    static Survey ofAStranger(Session learner, Session stranger, Evidence evidence) {
        return new Survey(learner, stranger, evidence, List.of(View.values()));
    }

    /** The catalog lists its own tables, too; nobody reviews those. */
    void refuseServersOwn() {
        for (View view : views) {
            List<Row> own = before(view).stream()
                    .filter(row -> isServersOwn(row.values().get(0)))
                    .toList();
            if (!own.isEmpty()) {
                throw Failure.of(view.title() + " lists what belongs to the server")
                        .expected("only rows of schemas that people made, and of public")
                        .seen(own.size() + " rows such as " + own.get(0))
                        .diagnose("servers-own")
                        .reproduce(Psql.command("SELECT schema_name, count(*) FROM " + view.from() + " GROUP BY 1"));
            }
        }
    }

    private static boolean isServersOwn(String schema) {
        return schema.startsWith("pg_") || schema.equals("information_schema");
    }

    /** The rows that are there before anything is made. */
    private Set<Row> before(View view) {
        return before.computeIfAbsent(view, first -> new LinkedHashSet<>(reviewer.list(first)));
    }

    void judge(World world) {
        judge(world, row -> true);
    }

    /**
     * Throws the first difference.
     *
     * @param asked which rows count
     */
    void judge(World world, Predicate<Row> asked) {
        views.forEach(this::before);
        make(world);
        for (View view : views) {
            List<Row> listed = after.getOrDefault(view, List.of()).stream()
                    .filter(row -> !before(view).contains(row))
                    .toList();
            evidence.text(
                    "what " + view.title() + " lists",
                    listed.stream().map(Row::toString).collect(joining("\n")));
            new Judgement(view, world, listed, asked, reviewer.isStored(view), byAStranger)
                    .failure()
                    .ifPresent(failure -> {
                        throw failure;
                    });
        }
    }

    /** The views are asked after each case, so that an error is told with the tables it came with. */
    private void make(World world) {
        Set<String> schemas = new HashSet<>();
        for (Case each : world.cases()) {
            List<String> statements = new ArrayList<>();
            each.schemas().stream()
                    .filter(schemas::add)
                    .forEach(schema -> statements.add("CREATE SCHEMA " + Quoted.name(schema)));
            statements.addAll(each.statements());
            for (String statement : statements) {
                Outcome outcome = maker.attempt(statement);
                boolean isMade = each.breaksOff(statement) ? outcome.refusedWith(TWICE) : outcome.accepted();
                if (!isMade) {
                    throw inTheWay(outcome, Reproduction.of(views.get(0), each, byAStranger));
                }
            }
            views.forEach(view -> after.put(view, reviewer.list(view, each, byAStranger)));
        }
    }

    private static Failure inTheWay(Outcome outcome, String reproduce) {
        return Failure.of("with your file applied, the database refuses an honest table")
                .expected("accepted: " + outcome.statement())
                .seen(outcome)
                .diagnose("in-the-way")
                .reproduce(reproduce);
    }
}
