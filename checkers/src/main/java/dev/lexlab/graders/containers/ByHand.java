package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Shell;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands for a learner's shell. There one container runs, as {@code run.yml} says: the starter's tells it a port, and the
 * guide says to leave that as it is.
 */
final class ByHand {
    static final int PORT = 8901;
    /** Where commands from outside of the container are typed. */
    static final String VISITOR = "visitor";

    private ByHand() {}

    /** Typed in the container itself. */
    static String inside(String path, String... options) {
        return curl("127.0.0.1", path, options);
    }

    /** Typed on the visitor's machine; services go by their name in {@code run.yml}. */
    static String fromVisitor(String path) {
        return curl(Told.SERVICE, path);
    }

    private static String curl(String host, String path, String... options) {
        List<String> words = new ArrayList<>(List.of("curl", "-sS"));
        words.addAll(List.of(options));
        words.add("http://" + host + ":" + PORT + path);
        return Shell.words(words.toArray(String[]::new));
    }
}
