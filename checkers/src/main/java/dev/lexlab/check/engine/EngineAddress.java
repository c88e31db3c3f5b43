package dev.lexlab.check.engine;

import java.net.URI;

/**
 * The one engine that may be used.
 *
 * @param uri {@code unix:} or {@code tcp:}
 * @param origin what names it, to begin a sentence with: {@code DOCKER_HOST}
 * @param remedy what to do where it does not answer
 * @param chosen whether somebody named it, or it is merely where engines usually are
 */
record EngineAddress(URI uri, String origin, String remedy, boolean chosen) {

    EngineUnavailable unavailable(String why) {
        String what = origin + (chosen ? " says " : " is there, ") + (chosen ? uri + ", " : "") + "but " + why;
        return chosen ? EngineUnavailable.chosen(what, remedy) : EngineUnavailable.none(what, remedy);
    }
}
