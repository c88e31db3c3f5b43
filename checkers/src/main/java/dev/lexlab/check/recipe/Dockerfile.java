package dev.lexlab.check.recipe;

import java.util.List;

/**
 * A Dockerfile that may be built.
 *
 * @param text as it is built: each base stands there by its exact tag; lines are where they were
 * @param lines of its instructions, from 1
 */
public record Dockerfile(String text, List<Integer> lines) {

    public Dockerfile {
        lines = List.copyOf(lines);
    }

    /** The line of the engine's step; 1 where it never began one. */
    public int line(int step) {
        return step >= 1 && step <= lines.size() ? lines.get(step - 1) : 1;
    }
}
