package dev.lexlab.site.links;

/**
 * What became of an address.
 *
 * @param what said of it, in words; empty where it is simply good
 */
public record LinkState(Kind kind, String what) {

    /** Four answers: only a broken one is the author's to mend today. */
    public enum Kind {
        GOOD,
        /** Leads on to another address for good. */
        MOVED,
        BROKEN,
        /** Nobody could say: too many requests, an error of theirs, no answer in time, programs are refused. */
        UNKNOWN
    }

    static LinkState good() {
        return new LinkState(Kind.GOOD, "");
    }

    static LinkState moved(String to) {
        return new LinkState(Kind.MOVED, "has moved to " + to);
    }

    static LinkState broken(String why) {
        return new LinkState(Kind.BROKEN, why);
    }

    static LinkState unknown(String why) {
        return new LinkState(Kind.UNKNOWN, why);
    }
}
