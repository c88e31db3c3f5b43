package dev.lexlab.check.author;

import java.util.List;

/** A learner's files, taken in and sealed: nothing changes them any more. Remembers which files a check read. */
public interface Submission {

    /**
     * One file.
     *
     * @param path as in {@code lab.yml}, from the task's folder, with forward slashes
     * @throws Invalid where the learner handed in no such file
     */
    SubmittedFile file(String path);

    boolean has(String path);

    /** Paths of all files, in order. */
    List<String> paths();
}
