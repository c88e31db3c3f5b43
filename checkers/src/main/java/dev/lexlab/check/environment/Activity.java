package dev.lexlab.check.environment;

/** What a check is waiting for at this moment, for the message when it waits in vain. */
final class Activity {
    private static final int LONGEST = 300;

    private volatile String now = "the check itself";

    void awaits(String what) {
        String line = what.strip().replaceAll("\\s+", " ");
        now = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    void awaitsNothing() {
        now = "the check itself";
    }

    String now() {
        return now;
    }
}
