package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Failure;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sessions that were ended wrongly.
 *
 * @param naming the root blockers, and who was ended
 * @param claimed whom the function says it has ended
 */
record EndMiss(Scene scene, Naming naming, List<String> claimed) {
    private static final String STILL_THERE = "SELECT application_name AS session, state, wait_event_type"
            + " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + " ORDER BY backend_start";

    Failure failure() {
        String diagnosis = diagnosis();
        Failure failure = Failure.of(summary())
                .expected("ended: " + Naming.inWords(naming.expected()))
                .seen("ended: " + Naming.inWords(naming.seen()) + "; returned: " + Naming.inWords(claimed))
                .reproduce(Replay.of(scene.around(shown()))
                        .then(Question.UNBLOCK.call())
                        .pause()
                        .asking(STILL_THERE));
        return diagnosis.isEmpty()
                ? failure.next("Let unblock() end the sessions that root_blockers() names, all of them and no others.")
                        .read("lock")
                : failure.diagnose(diagnosis);
    }

    private String summary() {
        if (!naming.extra().isEmpty()) {
            return "a session is ended that is no root blocker";
        }
        return naming.missing().isEmpty()
                ? "unblock() does not return the pids of those that it ended"
                : "a root blocker is still there";
    }

    String diagnosis() {
        for (String name : naming.extra()) {
            return scene.has(name) && scene.part(name).waits() ? "victims-ended" : "blocks-nobody";
        }
        if (naming.missing().isEmpty()) {
            return "ended-unreturned";
        }
        if (naming.seen().isEmpty() && claimed.isEmpty()) {
            return "names-nobody";
        }
        return claimed.containsAll(naming.missing()) ? "only-cancelled" : "";
    }

    /** Of such a one its statement may be ended without itself, and then it looks as if it had worked. */
    private boolean isActive(String name) {
        return scene.has(name) && scene.part(name).stance() == Stance.ACTIVE;
    }

    private Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        naming.extra().stream().filter(scene::has).limit(1).forEach(shown::add);
        naming.missing().stream().min(Comparator.comparing(this::isActive)).ifPresent(shown::add);
        if (shown.isEmpty()) {
            naming.expected().stream().limit(1).forEach(shown::add);
        }
        return shown;
    }
}
