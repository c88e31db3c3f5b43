package dev.lexlab.check.declared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file as it was read. */
record ChecksFile(List<Drawing> draw, List<Step> prepare, Map<String, List<Step>> checks) {

    ChecksFile {
        draw = List.copyOf(draw);
        prepare = List.copyOf(prepare);
        checks = new LinkedHashMap<>(checks);
    }
}
