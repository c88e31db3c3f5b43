package dev.lexlab.check.submission;

import dev.lexlab.check.author.Submission;
import dev.lexlab.lab.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * What the intake made of a folder.
 *
 * @param submission what may be graded where there are no problems
 * @param hash of all names and contents
 * @param problems why it cannot be graded, by place
 * @param files hash of each file's content, by path
 * @param reads which of them were read so far
 */
public record TakenIn(
        Submission submission, String hash, List<Problem> problems, Map<String, String> files, Reads reads) {

    public TakenIn {
        problems = List.copyOf(problems);
        files = Map.copyOf(files);
    }
}
