package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.graders.postgres.recovery.Standing.State;

/** How far along its history a recovered database is. */
enum Aftermath {
    AS_AT_THE_POINT("it does"),
    /** Nothing that was committed after the base backup. */
    AS_BACKED_UP("all that was committed after the base backup is missing"),
    /** With what was committed between the point and the accident. */
    LATE("it also has what was committed later"),
    AFTER_THE_ACCIDENT("the accident happened again"),
    OTHER("rows are missing or changed");

    private final String words;

    Aftermath(String words) {
        this.words = words;
    }

    static Aftermath of(Snapshot found, Snapshot atBackup, Snapshot atPoint, Snapshot late) {
        if (found.hasRowsOf(atPoint)) {
            return AS_AT_THE_POINT;
        }
        if (found.hasRowsOf(atBackup)) {
            return AS_BACKED_UP;
        }
        if (found.hasRowsOf(late)) {
            return LATE;
        }
        return !found.tables().isEmpty() && found.lacksTableOf(atPoint) ? AFTER_THE_ACCIDENT : OTHER;
    }

    String inWords() {
        return words;
    }

    /** The mistake that leads there, or empty where several do. */
    String diagnosis(Standing standing) {
        if (standing.state() == State.STANDBY) {
            return "standby";
        }
        return switch (this) {
            // One that was asked to recover began another timeline, wherever it stopped.
            case AS_BACKED_UP -> standing.timeline() == 1 ? "no-signal" : "";
            case AFTER_THE_ACCIDENT -> "no-target";
            case AS_AT_THE_POINT, LATE, OTHER -> "";
        };
    }
}
