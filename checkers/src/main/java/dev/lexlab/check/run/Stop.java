package dev.lexlab.check.run;

import org.jspecify.annotations.Nullable;

/** Ends a grading early, from another thread, because nobody wants its outcome any more. */
public final class Stop {
    private boolean asked;
    private @Nullable Runnable cut;

    /** What runs is cut off, and nothing more is begun. The outcome of the grading means nothing then. */
    public void ask() {
        Runnable now;
        synchronized (this) {
            asked = true;
            now = cut;
        }
        if (now != null) {
            now.run();
        }
    }

    public synchronized boolean isAsked() {
        return asked;
    }

    /** What to do when asked. */
    void cutting(Runnable running) {
        synchronized (this) {
            cut = running;
            if (!asked) {
                return;
            }
        }
        running.run(); // it began in the moment in which somebody asked
    }

    /** Nothing is left to cut off. */
    synchronized void over() {
        cut = null;
    }
}
