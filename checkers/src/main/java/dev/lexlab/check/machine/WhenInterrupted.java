package dev.lexlab.check.machine;

/** Tidies up where Ctrl-C ends the process within the block. */
final class WhenInterrupted implements AutoCloseable {
    private final Thread hook;

    private WhenInterrupted(Thread hook) {
        this.hook = hook;
    }

    static WhenInterrupted run(Runnable tidy) {
        Thread hook = new Thread(tidy, "when-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new WhenInterrupted(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook runs
        }
    }
}
