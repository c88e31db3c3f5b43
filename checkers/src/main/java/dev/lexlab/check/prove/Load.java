package dev.lexlab.check.prove;

/** Keeps processors busy with nothing, until it is closed. */
final class Load implements AutoCloseable {
    private volatile boolean isOver;

    void start(int count) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::burn, "load");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void burn() {
        long number = 1;
        while (!isOver) {
            number = number * 6364136223846793005L + 1442695040888963407L;
            if (number == 0) {
                Thread.onSpinWait(); // so that the sum cannot be left out
            }
        }
    }

    @Override
    public void close() {
        isOver = true;
    }
}
