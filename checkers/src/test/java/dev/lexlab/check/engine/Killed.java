package dev.lexlab.check.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A process with a server that is killed, or not, before the next one looks for what dead ones left. */
public final class Killed {

    private Killed() {}

    /**
     * What the next one takes away of it.
     *
     * @param isKilled whether it is dead by then
     * @param isSameHome whether the next one is of the same account and folder
     */
    public static String swept(Path stateHome, boolean isKilled, boolean isSameHome) throws Exception {
        try (RunHolder holder = RunHolder.start(stateHome, "..")) {
            String run = holder.run();
            if (isKilled) {
                holder.kill();
            }
            Path next = isSameHome ? stateHome : Files.createTempDirectory(stateHome, "other");
            String swept = sweep(next, run);
            holder.kill();
            String unused = sweep(stateHome, run); // whatever was seen, nothing stays
            return swept;
        }
    }

    private static String sweep(Path stateHome, String run) throws EngineUnavailable {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_STATE_HOME", stateHome.toString());
        try (Engine engine = Engine.connect(environment)) {
            List<String> kinds = engine.swept().stream()
                    .filter(leftover -> leftover.run().equals(run))
                    .map(leftover -> leftover.kind().toString())
                    .sorted()
                    .toList();
            return "swept: " + (kinds.isEmpty() ? "nothing" : String.join(", ", kinds));
        }
    }
}
