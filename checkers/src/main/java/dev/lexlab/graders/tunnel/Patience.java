package dev.lexlab.graders.tunnel;

import java.time.Duration;

/** How long something may take to become so. */
final class Patience {
    /** The reference needs half a second from the start of the tunnel to a visitor's first page. */
    static final Duration FOR_A_PAGE = Duration.ofSeconds(8);

    private Patience() {}
}
