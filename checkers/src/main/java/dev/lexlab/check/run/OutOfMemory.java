package dev.lexlab.check.run;

/** Of this very process. JUnit would end all of a grading for the error itself, and nobody would tell the learner why. */
final class OutOfMemory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfMemory(OutOfMemoryError error) {
        super(error.getMessage(), error);
    }
}
