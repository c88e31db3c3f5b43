package dev.lexlab.check.declared;

import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the steps of a check are done to, by the names of {@code lab.yml}. */
public record Around(Map<String, Machine> machines, Map<String, Link> links) {

    public Around {
        machines = Map.copyOf(machines);
        links = Map.copyOf(links);
    }

    Machine machine(String name) {
        return there(machines.get(name), name);
    }

    Link link(String name) {
        return there(links.get(name), name);
    }

    private static <T> T there(@Nullable T thing, String name) {
        if (thing == null) {
            throw new IllegalStateException("nobody brought up '" + name + "'");
        }
        return thing;
    }
}
