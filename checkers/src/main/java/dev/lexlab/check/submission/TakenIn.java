package dev.lexlab.check.submission;

import dev.lexlab.check.author.Submission;
import dev.lexlab.lab.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the intake made of a folder.
 *
 * @param submission what may be graded where there are no problems
 * @param hash of all names and contents
 * @param problems why it cannot be graded, by place
 * @param filesRead which files checks have read so far
 */
public record TakenIn(Submission submission, String hash, List<Problem> problems, Supplier<Set<String>> filesRead) {

    public TakenIn {
        problems = List.copyOf(problems);
    }
}
