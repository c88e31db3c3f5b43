package dev.lexlab.check.environment;

import dev.lexlab.check.engine.Loosened;
import dev.lexlab.lab.files.Course;
import java.util.Map;

/** Servers and machines that are held less than they are to be. */
public final class LoosenedServers {

    private LoosenedServers() {}

    public static Servers of(Course course, Map<String, String> environment, Loosened loosened) {
        Trace trace = step -> {};
        return new Servers(new EngineStarter(course, environment, true, trace, loosened::connect), trace);
    }
}
