package dev.lexlab.check.environment;

import dev.lexlab.check.engine.LimitHit;
import dev.lexlab.check.engine.RunningContainer;
import java.util.List;

/**
 * A limit that a learner's programs ran into.
 *
 * @param what names the limit, its value and where it was
 * @param next the one thing to do about it
 */
public record Overrun(String what, String next) {

    /** All of one container. */
    static List<Overrun> of(String name, RunningContainer container) {
        return container.limitsHit().stream().map(hit -> of(name, hit)).toList();
    }

    private static Overrun of(String name, LimitHit hit) {
        return new Overrun("a limit was reached on " + name + ": " + hit.what(), hit.next());
    }
}
