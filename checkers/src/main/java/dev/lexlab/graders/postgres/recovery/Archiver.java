package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.TimedOut;
import java.time.Duration;
import java.util.List;

/**
 * How far a server got with handing its log to the archive.
 *
 * @param mode the setting archive_mode, or what was answered instead
 * @param lastArchived name of the file that was kept last, or empty
 * @param lastFailed name of the file that was refused last, or empty
 * @param isFailing whether its latest try did not succeed
 * @param failures as many as there were
 */
record Archiver(String mode, String lastArchived, String lastFailed, boolean isFailing, int failures) {
    /** The reference needs less than a second for all that is waited for here. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A server tries three times before it rests for a minute. */
    private static final int HOPELESS = 3;

    private static final int NAME_OF_SEGMENT = 24;
    private static final int FIELDS = 5;
    private static final String ASK = "SELECT current_setting('archive_mode'), last_archived_wal, last_failed_wal,"
            + " coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false), failed_count"
            + " FROM pg_stat_archiver;";

    static Archiver of(Host host) {
        return parse(host.ask("postgres", ASK).out());
    }

    static Archiver parse(String answer) {
        String[] fields = answer.strip().split("\t", -1);
        if (fields.length != FIELDS || !fields[4].matches("\\d{1,9}")) {
            return new Archiver("no answer", "", "", false, 0);
        }
        return new Archiver(fields[0], fields[1], fields[2], fields[3].equals("t"), Integer.parseInt(fields[4]));
    }

    /** For psql, at the end of a history: ends the present segment, and tells its name as the last line. */
    static final String END_OF_HISTORY = "SELECT pg_walfile_name(pg_switch_wal());\n";

    /**
     * Returns when the archive has all of a history.
     *
     * @param told what came of it, with {@link #END_OF_HISTORY} at its end
     */
    static void await(String told, Host host) {
        String segment = told.lines().reduce("", (before, line) -> line);
        Archiver now = Eventually.look(
                PATIENCE, () -> of(host), look -> look.has(segment) || look.isHopeless() || look.mode.equals("off"));
        if (now.isHopeless() || now.mode.equals("off")) {
            throw now.failure(segment);
        }
        if (!now.has(segment)) {
            throw new TimedOut("segment " + segment + " in the archive", now.latest());
        }
    }

    /** Names of segments grow; what is archived beside them begins with the name of one, or is a history. */
    boolean has(String segment) {
        return lastArchived.length() >= NAME_OF_SEGMENT
                && lastArchived.substring(0, NAME_OF_SEGMENT).compareTo(segment) >= 0;
    }

    boolean isHopeless() {
        return isFailing && failures >= HOPELESS;
    }

    Failure failure(String segment) {
        if (mode.equals("off")) {
            return Failure.of("the recovered server does not archive")
                    .expected("archive_mode on, and segment " + segment + " in the archive")
                    .seen("archive_mode is off")
                    .diagnose("not-archiving")
                    .reproduce("drill; psql -c 'SHOW archive_mode'");
        }
        return Failure.of("the log does not get into the archive")
                .expected("segment " + segment + " in the archive")
                .seen("archive failed " + failures + " times, the last time for " + lastFailed + "; " + latest())
                .next(
                        "Look into /db/server.log, which has what archive says, and mend that. No other file is offered before it is taken.")
                .reproduce(
                        "psql -c 'SELECT pg_switch_wal()'; sleep 4; psql -xc 'TABLE pg_stat_archiver'; tail /db/server.log");
    }

    private String latest() {
        return "the latest file that was archived is " + (lastArchived.isEmpty() ? "none" : lastArchived);
    }

    static List<String> backupsKnownTo(Host host) {
        return host.tell("postgres", "SELECT name FROM pg_ls_waldir() WHERE name LIKE '%.backup' ORDER BY 1;")
                .lines()
                .toList();
    }
}
