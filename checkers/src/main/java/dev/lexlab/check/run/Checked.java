package dev.lexlab.check.run;

import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the checks that reported, by their ids and in their order.
 *
 * @param evidence what they kept to show
 */
public record Checked(Map<String, CheckResult> results, Map<String, List<Exhibit>> evidence) {

    public Checked {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }
}
