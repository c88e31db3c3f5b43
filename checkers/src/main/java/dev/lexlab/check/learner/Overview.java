package dev.lexlab.check.learner;

import dev.lexlab.check.learner.Standing.State;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.result.Summary;
import dev.lexlab.lab.text.Sink;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All labs, where the learner is in each, and the one command to type next. */
public final class Overview {
    private static final int BAR = 20;
    private static final int NAME = 40;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Console console;
    private final ZoneId zone;

    /**
     * Speaks to somebody.
     *
     * @param zone times are told in
     */
    public Overview(Console console, ZoneId zone) {
        this.console = console;
        this.zone = zone;
    }

    /** In short: a line for each task, and the next command. */
    public void tell(Standings standings) {
        if (standings.all().isEmpty()) {
            console.say("There is no lab here yet.");
            return;
        }
        lines(standings, false);
        console.say(sum(standings));
        console.say("");
        next(standings);
    }

    /** With all that is noted of each task. */
    public void tellAll(Standings standings) {
        if (standings.all().isEmpty()) {
            console.say("There is no lab here yet.");
            return;
        }
        lines(standings, true);
        console.say(sum(standings));
    }

    private void lines(Standings standings, boolean isLong) {
        String lab = "";
        for (Standing standing : standings.all()) {
            if (!lab.equals(standing.lab().id())) {
                if (!lab.isEmpty()) {
                    console.say("");
                }
                lab = standing.lab().id();
                console.say(head(standing.lab()));
            }
            console.say("  " + line(standing));
            if (isLong) {
                details(standing).forEach(detail -> console.say("      " + console.paint(Style.QUIET, detail)));
            }
        }
        console.say("");
    }

    private String head(LabDefinition lab) {
        return console.paint(Style.STRONG, plain(lab.title())) + console.paint(Style.QUIET, "   " + lab.id());
    }

    private String line(Standing standing) {
        String title = plain(standing.task().title());
        String name = title + " ".repeat(Math.max(1, NAME - title.length()));
        String stale = standing.isStale() ? ", changed since it was checked" : "";
        return switch (standing.state()) {
            case NOT_STARTED ->
                "  " + name
                        + console.paint(
                                Style.QUIET,
                                "not started, about " + standing.task().minutes() + " min");
            case STARTED -> console.paint(Style.UNSURE, "… ") + name + "started, not checked yet";
            case NOT_YET ->
                console.paint(Style.BAD, "✘ ")
                        + name
                        + standing.last()
                                .map(last -> "not yet: " + last.passed() + " of " + last.checks())
                                .orElse("")
                        + stale;
            case PASSED -> console.paint(Style.GOOD, "✔ ") + name + "passed" + stale;
        };
    }

    private List<String> details(Standing standing) {
        List<String> first = new ArrayList<>();
        first.add(standing.name());
        standing.last().ifPresent(last -> first.add(last.passed() + " of " + last.checks() + " checks"));
        first.add(standing.points() + " of " + standing.task().points() + " points");
        List<String> second = new ArrayList<>();
        int hints =
                Math.min(standing.note().hintsUsed(), standing.task().hints().size());
        if (hints > 0) {
            second.add(hints + " of " + standing.task().hints().size() + " hints used");
        }
        if (standing.note().solutionSeen()) {
            second.add("solution seen");
        }
        standing.last()
                .flatMap(Summary::started)
                .ifPresent(time -> second.add("last checked " + MINUTE.format(time.atZone(zone))));
        return second.isEmpty()
                ? List.of(String.join(", ", first))
                : List.of(String.join(", ", first), String.join(", ", second));
    }

    private String sum(Standings standings) {
        int maximum = standings.maximum();
        int filled = maximum == 0 ? 0 : standings.points() * BAR / maximum;
        return console.paint(Style.GOOD, "#".repeat(filled))
                + console.paint(Style.QUIET, "-".repeat(BAR - filled))
                + "  " + standings.points() + " of " + maximum + " points, " + standings.passed() + " of "
                + standings.all().size() + " tasks passed";
    }

    private void next(Standings standings) {
        Optional<Standing> next = standings.next();
        if (next.isEmpty()) {
            console.say("next: " + command("./lexlab serve") + ", and read on: everything here is passed");
            return;
        }
        Standing standing = next.get();
        String name = standing.name();
        if (!standing.isThere()) {
            console.say("next: " + command("./lexlab start " + standing.lab().id()));
        } else if (standing.state() == State.NOT_STARTED) {
            String folder = String.join(
                    "/", "labs", standing.lab().id(), "work", standing.task().id());
            console.say("next: " + command("./lexlab watch " + name) + ", and edit the files in " + folder);
        } else if (standing.state() == State.STARTED || standing.isStale()) {
            console.say("next: " + command("./lexlab check " + name));
        } else {
            console.say("next: " + command("./lexlab watch " + name) + ", which grades whenever you save");
            if (standing.note().hintsUsed() < standing.task().hints().size()) {
                console.say("  or: " + command("./lexlab hint " + name));
            }
        }
    }

    private String command(String typed) {
        return console.paint(Style.LINK, typed);
    }

    private static String plain(String text) {
        return Sink.TERMINAL.encode(text);
    }
}
