package dev.lexlab.lab.result;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two runs that give the same grade.
 *
 * @param started when it began
 * @param milliseconds how long it took
 * @param machine system, architecture, processors, Java
 * @param engine what ran the servers, as it calls itself; empty where none was needed
 * @param hintsUsed how many the learner had asked for
 * @param evidence what checks kept, by the check's id and in the order of the checks; nothing for a check that kept nothing
 */
public record Run(
        Instant started,
        long milliseconds,
        String machine,
        String engine,
        int hintsUsed,
        Map<String, List<Exhibit>> evidence) {

    public Run {
        Map<String, List<Exhibit>> copy = new LinkedHashMap<>();
        evidence.forEach((check, exhibits) -> {
            if (!exhibits.isEmpty()) {
                copy.put(check, List.copyOf(exhibits));
            }
        });
        evidence = Collections.unmodifiableMap(copy);
    }

    /** What a check kept. */
    public List<Exhibit> evidence(String check) {
        return evidence.getOrDefault(check, List.of());
    }
}
