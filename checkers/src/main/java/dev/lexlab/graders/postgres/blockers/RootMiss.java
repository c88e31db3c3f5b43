package dev.lexlab.graders.postgres.blockers;

import static java.util.stream.Collectors.toSet;

import dev.lexlab.check.author.Failure;
import java.util.LinkedHashSet;
import java.util.Set;

/** Root blockers that were named wrongly: what the mistake is, told from whom the answer names and leaves out. */
record RootMiss(Scene scene, Naming naming) {

    Failure failure() {
        Failure failure = Failure.of(summary())
                .expected(Naming.inWords(naming.expected()))
                .seen(seen());
        String diagnosis = diagnosis();
        if (diagnosis.equals(Cast.OTHER_DATABASE)) {
            return failure.diagnose(diagnosis); // a shell has only one database
        }
        failure.reproduce(Replay.of(scene.around(shown())).asking(Question.ROOT_BLOCKERS.named()));
        return diagnosis.isEmpty()
                ? failure.next("Run the command below, and ask pg_blocking_pids(pid) for each session that it shows.")
                        .read("lock")
                : failure.diagnose(diagnosis);
    }

    private String summary() {
        if (!naming.extra().isEmpty()) {
            return "a session is named that is no root blocker";
        }
        return naming.missing().isEmpty() ? "a root blocker is named more than once" : "a root blocker is not named";
    }

    private String seen() {
        StringBuilder seen = new StringBuilder(Naming.inWords(naming.seen()));
        naming.extra().stream().limit(3).forEach(name -> about(name, seen));
        naming.missing().stream().limit(3).forEach(name -> about(name, seen));
        return seen.toString();
    }

    private void about(String name, StringBuilder seen) {
        if (!scene.has(name)) {
            return;
        }
        Part part = scene.part(name);
        seen.append("; ").append(name).append(" is ").append(part.stance());
        if (part.waits()) {
            seen.append(" behind ").append(String.join(", ", part.behind()));
        } else {
            int waiting = scene.behind(name).size();
            seen.append(", ")
                    .append(waiting == 0 ? "and nobody waits" : "and " + waiting + (waiting == 1 ? " waits" : " wait"))
                    .append(" behind it");
        }
    }

    String diagnosis() {
        if (naming.extra().contains(Cast.ON_CALL)) {
            return "names-itself";
        }
        if (naming.extra().contains(Cast.ELSEWHERE)) {
            return Cast.OTHER_DATABASE;
        }
        for (String name : naming.extra()) {
            String mistake = scene.has(name) ? namedWrongly(scene.part(name)) : "";
            if (!mistake.isEmpty()) {
                return mistake;
            }
        }
        return naming.missing().isEmpty() ? "" : leftOut();
    }

    private String namedWrongly(Part part) {
        if (!part.waits()) {
            return part.name().equals(Scenes.HARMLESS_READER) ? "any-lock-of-the-table" : "blocks-nobody";
        }
        if (part.name().equals(Scenes.QUEUED)) {
            return "queue-overlooked";
        }
        return namesVictims() ? "names-victims" : "waits-itself";
    }

    /** Whoever names these names all that wait; it must not depend on which of them comes first. */
    private boolean namesVictims() {
        return naming.extra().stream()
                .filter(scene::has)
                .map(scene::part)
                .anyMatch(part -> part.waits()
                        && !part.name().equals(Scenes.QUEUED)
                        && scene.behind(part.name()).isEmpty());
    }

    private String leftOut() {
        if (naming.right().isEmpty()) {
            return naming.seen().isEmpty() ? "names-nobody" : "";
        }
        if (isAll(naming.right(), Hold.TABLE) && isNone(naming.missing(), Hold.TABLE)) {
            return "only-table-locks";
        }
        Set<Stance> seen = stances(naming.right());
        boolean isAboutStance = stances(naming.missing()).stream().noneMatch(seen::contains);
        return isAboutStance ? "judged-by-state" : "";
    }

    private Set<Stance> stances(Set<String> names) {
        return names.stream().map(name -> scene.part(name).stance()).collect(toSet());
    }

    private boolean isAll(Set<String> names, Hold hold) {
        return names.stream().allMatch(name -> scene.part(name).hold() == hold);
    }

    private boolean isNone(Set<String> names, Hold hold) {
        return names.stream().noneMatch(name -> scene.part(name).hold() == hold);
    }

    /** What must be there to see the mistake again: the first of each kind. */
    private Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        naming.extra().stream().filter(scene::has).limit(1).forEach(shown::add);
        naming.missing().stream().limit(1).forEach(shown::add);
        naming.right().stream().limit(1).forEach(shown::add);
        return shown;
    }
}
