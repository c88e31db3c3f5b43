package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Ran;

/**
 * How things stand with a server that is to come up.
 *
 * @param state as far as it got
 * @param timeline on which it writes, or 0
 * @param trouble what a client is told that gets no answer
 */
record Standing(State state, int timeline, String trouble) {
    private static final int HEXADECIMAL = 16;
    private static final int FIELDS = 3;

    /**
     * For a shell on its machine: what the server says about itself, and whether there is any process of one.
     *
     * <p>A server whose startup process rests before it asks for more log is a standby: one that recovers ends there.
     */
    static final String ASK = """
            psql -XqAt -F '	' -c "SELECT pg_is_in_recovery(),
                CASE WHEN pg_is_in_recovery() THEN pg_get_wal_replay_pause_state() || coalesce(
                    (SELECT ' ' || wait_event FROM pg_stat_activity WHERE backend_type = 'startup'), '') END,
                CASE WHEN NOT pg_is_in_recovery() THEN substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) END"
            [ -n "$(servers-here)" ] || echo nobody
            """;

    private static final String RESTS = "RecoveryRetrieveRetryInterval";

    static Standing of(Host host) {
        return parse(host.machine().run("sh", "-c", ASK));
    }

    static Standing parse(Ran ran) {
        return parse(ran.out(), ran.err());
    }

    /**
     * Reads the answer to {@link #ASK}.
     *
     * @param trouble what a client was told
     */
    static Standing parse(String answer, String trouble) {
        String[] fields = answer.lines().findFirst().orElse("").split("\t", -1);
        if (fields.length == FIELDS && fields[0].equals("f")) {
            return new Standing(State.OPEN, Integer.parseInt(fields[2], HEXADECIMAL), "");
        }
        if (fields.length == FIELDS) {
            State state = fields[1].startsWith("paused")
                    ? State.PAUSED
                    : fields[1].endsWith(RESTS) ? State.STANDBY : State.RECOVERING;
            return new Standing(state, 0, "");
        }
        return new Standing(
                answer.lines().anyMatch("nobody"::equals) ? State.GONE : State.STARTING, 0, trouble.strip());
    }

    enum State {
        /** No process of a server is there. */
        GONE("no server runs"),
        /** One is, and answers nobody yet. */
        STARTING("a server runs, and lets nobody in"),
        RECOVERING("it is recovering, for reading only"),
        /** At its target, until somebody says what next. */
        PAUSED("it is paused at its target, for reading only"),
        /** It waits for more log, for ever. */
        STANDBY("it waits for more log, for reading only"),
        OPEN("it is open for reading and writing");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }

        /** Whether it may still become another one by itself. */
        boolean isOnTheWay() {
            return this == STARTING || this == RECOVERING;
        }

        boolean answers() {
            return this == PAUSED || this == STANDBY || this == OPEN;
        }
    }
}
