package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Holders of the horizon that were named wrongly.
 *
 * @param parts all who are there
 */
record HorizonMiss(Naming naming, List<Part> parts) {
    HorizonMiss {
        parts = List.copyOf(parts);
    }

    Failure failure(String replay) {
        String diagnosis = diagnosis();
        Failure failure = Failure.of(summary())
                .expected(Naming.inWords(naming.expected()))
                .seen(Naming.inWords(naming.seen()));
        if (diagnosis.equals(Cast.OTHER_DATABASE)) {
            return failure.diagnose(diagnosis); // a shell has only one database
        }
        failure.reproduce(replay);
        return diagnosis.isEmpty()
                ? failure.next("Run the command below, and compare backend_xid and backend_xmin of all its sessions.")
                        .read("vacuum")
                : failure.diagnose(diagnosis);
    }

    private String summary() {
        if (naming.extra().isEmpty()) {
            return naming.missing().isEmpty()
                    ? "a holder of the horizon is named more than once"
                    : "a session that holds the horizon is not named";
        }
        return "a session is named that does not hold the horizon";
    }

    String diagnosis() {
        if (naming.extra().contains(Cast.ON_CALL)) {
            return "names-itself";
        }
        if (naming.extra().contains(Cast.ELSEWHERE)) {
            return Cast.OTHER_DATABASE;
        }
        if (naming.extra().contains(Cast.HELPER)) {
            return "helper-named";
        }
        if (naming.extra().contains(Scenes.FORGOTTEN)) {
            return "age-of-the-transaction";
        }
        if (isActive(naming.missing().stream().findFirst()) && !naming.extra().isEmpty()) {
            return "judged-by-state";
        }
        if (!naming.extra().isEmpty()) {
            return naming.right().isEmpty() ? "" : "newer-named";
        }
        if (naming.missing().isEmpty()) {
            return "";
        }
        if (!naming.right().isEmpty()) {
            return "only-one-holder";
        }
        return naming.missing().contains("writer") ? "only-snapshots" : "no-holder";
    }

    private boolean isActive(Optional<String> name) {
        return name.isPresent()
                && parts.stream().anyMatch(part -> part.name().equals(name.get()) && part.stance() == Stance.ACTIVE);
    }
}
