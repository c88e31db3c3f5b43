package dev.lexlab.graders.tunnel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;
import java.util.List;

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

    @Override
    public List<String> paths() {
        return List.of(path);
    }

    @Override
    public byte[] bytes() {
        return text.getBytes(UTF_8);
    }
}
