package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Draw;
import java.util.List;
import java.util.Map;

/**
 * What one container is told when it starts.
 *
 * @param machine what others on the network call it
 * @param name that its service is to give as its own
 * @param port that its service is to listen on
 */
record Told(String machine, String name, int port) {
    /** What the guide calls the learner's service. */
    static final String SERVICE = "notes";

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 29_999;

    /** Two that differ in everything. */
    static List<Told> two(Draw draw) {
        List<String> words = draw.words(4);
        int port = draw.number(LOWEST, HIGHEST - 1);
        return List.of(
                new Told("notes-" + words.get(0), words.get(1), port),
                new Told("notes-" + words.get(2), words.get(3), draw.number(port + 1, HIGHEST)));
    }

    Map<String, String> variables() {
        return Map.of("NAME", name, "PORT", Integer.toString(port));
    }

    @Override
    public String toString() {
        return "NAME=" + name + " and PORT=" + port;
    }
}
