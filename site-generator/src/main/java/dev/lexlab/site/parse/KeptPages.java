package dev.lexlab.site.parse;

import dev.lexlab.site.scan.PageFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pages that the last build read, for the next one of the same process: equal sources are not read again. One about which something
 * was told is not kept, so that it is told again.
 */
public final class KeptPages {
    private Map<String, ParsedPage> byName = Map.of();

    Optional<ParsedPage> find(PageFile file) {
        return Optional.ofNullable(byName.get(file.name()))
                .filter(kept -> kept.file().equals(file));
    }

    /** Forgets all others. */
    void keep(Map<String, ParsedPage> now) {
        byName = new HashMap<>(now);
    }
}
