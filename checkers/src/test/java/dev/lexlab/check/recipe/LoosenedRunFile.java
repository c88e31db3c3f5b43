package dev.lexlab.check.recipe;

import dev.lexlab.lab.problem.Problems;
import java.util.Set;

/** The reader of {@code run.yml} with a wider limit. */
public final class LoosenedRunFile {

    private LoosenedRunFile() {}

    /** As many megabytes in memory as are asked for here. */
    public static void read(String text, int mostTmpfsMegabytes, Problems problems) {
        var unused = RunFileReader.read("run.yml", text, Set.of("lab"), mostTmpfsMegabytes, problems);
    }
}
