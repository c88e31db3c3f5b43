package dev.lexlab.check.author;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for something that takes a moment: look, until it is so or there is no point in waiting any longer. */
public final class Eventually {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Eventually() {}

    /**
     * Looks again and again.
     *
     * @param patience at least ten times what the reference solution needs: it ends a wait, it measures nobody
     * @return the first look that is what was waited for, or the last one there was time for
     */
    public static <T> T look(Duration patience, Supplier<T> look, Predicate<T> isSo) {
        long deadline = System.nanoTime() + patience.toNanos();
        T last = look.get();
        while (!isSo.test(last) && System.nanoTime() < deadline) {
            pause();
            last = look.get();
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut("something to become so", "it was not so yet");
        }
    }
}
