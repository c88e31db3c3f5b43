package dev.lexlab.graders.postgres.catalog;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a view lists, against what it should.
 *
 * @param listed its rows but for those that were there before
 * @param asked which rows are judged
 * @param isStored whether these are rows that were stored once
 * @param byAStranger whether somebody else made the tables
 */
record Judgement(
        View view, World world, List<Row> listed, Predicate<Row> asked, boolean isStored, boolean byAStranger) {
    private static final int SHOWN = 12;

    Judgement {
        listed = List.copyOf(listed);
    }

    /** The first difference worth telling; empty where there is none. */
    Optional<Failure> failure() {
        List<Row> wanted = world.listedBy(view).stream().filter(asked).toList();
        List<Row> seen = listed.stream().filter(asked).toList();
        List<Row> missing = without(wanted, seen);
        List<Row> extra = without(seen, wanted);
        if (missing.isEmpty() && extra.isEmpty()) {
            return twice(seen);
        }
        if (seen.isEmpty()) {
            return Optional.of(nothing(missing));
        }
        return Optional.of(about(missing, extra));
    }

    private static List<Row> without(List<Row> rows, List<Row> others) {
        Set<Row> known = new HashSet<>(others);
        return rows.stream().filter(row -> !known.contains(row)).distinct().toList();
    }

    private Optional<Failure> twice(List<Row> seen) {
        Set<Row> once = new HashSet<>();
        List<Row> repeated =
                seen.stream().filter(row -> !once.add(row)).distinct().toList();
        return Stream.concat(
                        world.cases().stream().flatMap(each -> repeated.stream().filter(each::isAbout)),
                        repeated.stream())
                .findFirst()
                .map(row -> Failure.of(view.title() + " lists the same row more than once")
                        .expected("each row once")
                        .seen(seen.stream().filter(row::equals).count() + " times " + row)
                        .diagnose("twice")
                        .reproduce(world.about(row)
                                .map(about -> Reproduction.of(view, about, byAStranger))
                                .orElseGet(() -> Reproduction.asking(view))));
    }

    private Failure nothing(List<Row> missing) {
        Case first = world.about(missing.get(0)).orElseThrow();
        return Failure.of(view.title() + " lists nothing of what was made for this check")
                .expected(rows(missing))
                .seen("none of them\n" + made(first, missing))
                .diagnose(isStored ? "stored-once" : world.whenNothing())
                .reproduce(Reproduction.of(view, first, byAStranger));
    }

    private Failure about(List<Row> missing, List<Row> extra) {
        for (Case each : world.cases()) {
            List<Row> lost = missing.stream().filter(each::isAbout).toList();
            List<Row> gained = extra.stream().filter(row -> isNear(each, row)).toList();
            if (!lost.isEmpty() || !gained.isEmpty()) {
                return advised(
                                Failure.of(summary(each, lost, gained)
                                        + more(missing.size() + extra.size() - lost.size() - gained.size())),
                                diagnosis(each, lost, gained, missing))
                        .expected(expected(each))
                        .seen(seen(each, lost, gained))
                        .reproduce(Reproduction.of(view, each, byAStranger));
            }
        }
        return Failure.of(view.title() + " lists something that is none of the tables made for this check")
                .expected("no such row")
                .seen(rows(extra))
                .next("Find out what it is that your view takes for a table of somebody's.")
                .read("system-catalog")
                .reproduce(Reproduction.asking(view));
    }

    private static Failure advised(Failure failure, String diagnosis) {
        return diagnosis.isEmpty()
                ? failure.next(
                                "Compare this table with what the guide says about such rows, then ask the catalog for it.")
                        .read("system-catalog")
                : failure.diagnose(diagnosis);
    }

    /** Also where the names are quoted, or the schema stands before the table's name. */
    private static boolean isNear(Case each, Row row) {
        return each.isAbout(row) || each.tables().stream().anyMatch(table -> isQuoted(table.place(), row));
    }

    private static boolean isQuoted(Place place, Row row) {
        String schema = row.values().get(0);
        String table = row.values().get(1);
        boolean isThere = schema.equals(place.schema()) || schema.equals(Quoted.name(place.schema()));
        return isThere
                && !place.equals(row.table())
                && List.of(place.name(), Quoted.name(place.name()), place.written())
                        .contains(table);
    }

    private String diagnosis(Case each, List<Row> lost, List<Row> gained, List<Row> missing) {
        if (gained.stream().anyMatch(row -> isQuoted(row, lost))) {
            return "quoted";
        }
        if (gained.stream().anyMatch(row -> lost.stream().anyMatch(other -> differOnlyInReason(row, other)))) {
            return "other-reason";
        }
        Optional<String> clue = world.clues().stream()
                .filter(hint -> gained.isEmpty())
                .filter(hint -> !wanted(hint.lost()).isEmpty() && missing.containsAll(wanted(hint.lost())))
                .filter(hint -> missing.stream().noneMatch(hint.found()::isAbout))
                .map(World.Clue::diagnosis)
                .findFirst();
        return clue.orElse(gained.isEmpty() ? each.ifMissing() : each.ifExtra());
    }

    private List<Row> wanted(Case each) {
        return each.listedBy(view).stream().filter(asked).toList();
    }

    private static boolean isQuoted(Row row, List<Row> lost) {
        return lost.stream().anyMatch(other -> isQuoted(other.table(), row) || row.equals(other.quoted()));
    }

    private static boolean differOnlyInReason(Row row, Row other) {
        int last = row.values().size() - 1;
        return last == 3 && row.values().subList(0, last).equals(other.values().subList(0, last));
    }

    private String summary(Case each, List<Row> lost, List<Row> gained) {
        String how = lost.isEmpty() ? " lists too much: " : gained.isEmpty() ? " misses something: " : " is wrong: ";
        return view.title() + how + each.what();
    }

    private static String more(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> " (and one more row is wrong)";
            default -> " (and " + others + " more rows are wrong)";
        };
    }

    private String expected(Case each) {
        List<Row> wanted = wanted(each);
        if (!wanted.isEmpty()) {
            return rows(wanted);
        }
        List<Row> others = each.listedBy(view).stream().filter(asked.negate()).toList();
        return others.isEmpty()
                ? "no row about " + tables(each)
                : rows(others) + "; no other row about " + tables(each);
    }

    private String seen(Case each, List<Row> lost, List<Row> gained) {
        List<Row> about = new ArrayList<>(lost);
        about.addAll(gained);
        List<Row> seen =
                listed.stream().filter(asked).filter(row -> isNear(each, row)).toList();
        return (seen.isEmpty() ? "no row about " + tables(each) : rows(seen)) + "\n" + made(each, about);
    }

    private static String tables(Case each) {
        return each.tables().stream().map(table -> table.place().written()).collect(joining(", "));
    }

    /** The tables in question first, and of each of them first what the view is about: a terminal shows a few lines only. */
    private String made(Case each, List<Row> about) {
        List<Table> tables = new ArrayList<>(each.tables());
        tables.sort(Comparator.comparing(
                table -> about.stream().noneMatch(row -> table.place().equals(row.table()))));
        return "made by: "
                + tables.stream()
                        .flatMap(table -> telling(table).stream())
                        .map(statement -> statement + ";")
                        .collect(joining("\n"));
    }

    private List<String> telling(Table table) {
        List<String> statements = new ArrayList<>();
        if (view == View.TABLES) {
            statements.addAll(table.making());
        }
        if (view == View.FOREIGN_KEYS) {
            statements.addAll(table.linking());
        }
        statements.addAll(table.indexing());
        if (view != View.TABLES) {
            statements.addAll(table.making());
        }
        if (view != View.FOREIGN_KEYS) {
            statements.addAll(table.linking());
        }
        return statements;
    }

    private static String rows(List<Row> rows) {
        return rows.stream().limit(SHOWN).map(Row::toString).collect(joining("\n"))
                + (rows.size() > SHOWN ? "\n… " + rows.size() + " rows in all" : "");
    }
}
