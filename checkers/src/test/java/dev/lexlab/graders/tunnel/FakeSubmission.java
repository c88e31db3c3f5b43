package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;

/** One file. */
record FakeSubmission(String path, String text) implements Submission, SubmittedFile {

    @Override
    public SubmittedFile file(String wanted) {
        if (!has(wanted)) {
            throw new IllegalArgumentException(wanted);
        }
        return this;
    }

    @Override
    public boolean has(String wanted) {
        return wanted.equals(path);
    }
}
