package dev.lexlab.site.links;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one request.
 *
 * @param status of HTTP; 0 where there was no answer
 * @param location where it leads on to
 * @param retryAfter how long its server asks us to wait
 * @param failure why there was no answer
 * @param failureWords the same for people; empty where there was one
 */
record Answer(
        int status, Optional<String> location, Optional<Duration> retryAfter, Failure failure, String failureWords) {

    /** Why there was no answer. */
    enum Failure {
        NONE,
        NO_SUCH_HOST,
        NO_CONNECTION,
        NO_ANSWER_IN_TIME,
        NOT_TRUSTED,
        OTHER
    }

    static Answer failed(Failure failure, String words) {
        return new Answer(0, Optional.empty(), Optional.empty(), failure, words);
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isForGood() {
        return status == 301 || status == 308;
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether asking again in a moment may help. */
    boolean isPassing() {
        return status == 408
                || status == 425
                || status == 429
                || status >= 500
                || failure == Failure.NO_CONNECTION
                || failure == Failure.NO_ANSWER_IN_TIME
                || failure == Failure.OTHER;
    }
}
