package dev.lexlab.check.environment;

import dev.lexlab.lab.text.Untrusted;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a check is waiting for at this moment, for the message when it waits in vain. */
final class Activity {
    static final String NOTHING = "the check itself";
    private static final int LONGEST = 300;

    private static final int LONGEST_WORDS = 400;

    private final Map<String, Supplier<Untrusted>> programs = new ConcurrentHashMap<>();
    private volatile String now = NOTHING;

    void awaits(String what) {
        String line = what.strip().replaceAll("\\s+", " ");
        now = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    void awaitsNothing() {
        now = NOTHING;
    }

    /** Something of the learner's that goes on meanwhile; what it says is what was last seen of it. */
    void goesOn(String what, Supplier<Untrusted> said) {
        programs.put(what, said);
    }

    String lastSeen() {
        StringBuilder seen = new StringBuilder();
        programs.forEach((what, said) -> {
            String words = said.get().value().strip();
            String end = words.substring(Math.max(0, words.length() - LONGEST_WORDS));
            seen.append(seen.isEmpty() ? "" : "; ")
                    .append(what)
                    .append(end.isEmpty() ? " said nothing" : " said: " + end);
        });
        return seen.isEmpty() ? "it was still running" : seen.toString();
    }

    void forget() {
        programs.clear();
    }

    String now() {
        return now;
    }
}
