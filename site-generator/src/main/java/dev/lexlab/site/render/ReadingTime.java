package dev.lexlab.site.render;

import dev.lexlab.site.model.Body;

/** How long a text takes to read. */
final class ReadingTime {
    /** Technical prose, with code among it, at an unhurried pace. */
    private static final int WORDS_A_MINUTE = 200;

    private ReadingTime() {}

    /** Whole minutes, at least one. */
    static int minutes(Body body) {
        return Math.max(1, Math.round((float) body.words() / WORDS_A_MINUTE));
    }
}
