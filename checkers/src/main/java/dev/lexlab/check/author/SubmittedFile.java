package dev.lexlab.check.author;

import dev.lexlab.lab.problem.Place;

/** A learner's file, in memory. */
public interface SubmittedFile {

    /** From the task's folder, with forward slashes. */
    String path();

    /**
     * The whole text.
     *
     * @throws Invalid where it is not UTF-8, with the line
     */
    String text();

    /** The whole content as it was handed in. */
    byte[] bytes();

    /** A place in it; lines and columns count from 1, and 0 means the whole. */
    default Place at(int line, int column) {
        return new Place(path(), line, column);
    }
}
