package dev.lexlab.check.engine;

import java.util.Map;

/**
 * What marks everything we make on an engine.
 *
 * @param home whose it is
 * @param run which process made it
 */
record Labels(String home, String run) {
    static final String HOME = "lexlab.home";
    static final String RUN = "lexlab.run";
    static final String KIND = "lexlab.kind";

    Map<String, String> of(String kind) {
        return Map.of(HOME, home, RUN, run, KIND, kind);
    }
}
