package dev.lexlab.check.author;

/**
 * A PostgreSQL database of one's own: in {@link Prepare} the one that is prepared, in a check a fresh copy of that (or the
 * very one of the check it {@code continues}). Everything here happens as the learner's plain role, which owns the database
 * and is no superuser, as it would for any client; only the {@link #colleague} is somebody else. The database is dropped at the check's end; nothing needs closing.
 */
public interface Postgres {

    /**
     * Runs a file of the submission, statement after statement, each in its own transaction unless the file opens one, as
     * {@code psql} does. Stops at the first fault.
     *
     * @throws Invalid with file, line and column, and the server's words
     */
    void apply(SubmittedFile file);

    /** The one session that most checks need; the same at every call. */
    Session session();

    /**
     * A further client, for what happens at the same time. The same name gives the same session.
     *
     * @param name as messages call it: {@code A}, {@code the second client}
     */
    Session session(String name);

    /**
     * A client with another plain role, the same at every call. It may make schemas of its own; what it makes there the
     * learner's role may not touch, and it may not touch what the learner made.
     */
    Session colleague();

    /**
     * A client of the learner's role in another database of the same server, for what must not be mixed up with this one:
     * locks, snapshots, waits. It changes nothing there. Only checks have another database.
     *
     * @param name as messages call it; the same name gives the same session
     */
    Session elsewhere(String name);
}
