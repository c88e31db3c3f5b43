package dev.lexlab.graders.postgres.writers;

import java.util.ArrayList;
import java.util.List;

/** Which mistake makes the books say something else than clients were told. */
final class WrongBooks {

    private WrongBooks() {}

    static String diagnosis(Books given, List<Operation> done, Stored stored) {
        for (Operation left : done) {
            List<Operation> others = new ArrayList<>(done);
            others.remove(left);
            if (stored.holds(given.after(others))) {
                return "swallowed";
            }
        }
        boolean onlyBalances = stored.hasMovementsOf(given.after(done));
        return onlyBalances && done.size() > 1 ? "lost-update" : "half-done";
    }
}
