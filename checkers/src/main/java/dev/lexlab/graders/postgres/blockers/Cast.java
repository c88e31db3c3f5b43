package dev.lexlab.graders.postgres.blockers;

import java.util.Map;

/** Who is who by their process numbers, which are other ones in every run. */
record Cast(Map<Long, String> names, long onCall, long onlooker) {
    static final String ON_CALL = "the session that asks";
    static final String ONLOOKER = "a session that only looks on";
    static final String HELPER = "a process that helps a session with its query";
    static final String ELSEWHERE = "a session of another database";
    /** The diagnosis where one is named. */
    static final String OTHER_DATABASE = "other-database";

    Cast {
        names = Map.copyOf(names);
    }

    String name(long pid) {
        if (pid == onCall) {
            return ON_CALL;
        }
        if (pid == onlooker) {
            return ONLOOKER;
        }
        String name = names.get(pid);
        return name == null ? "a pid that no session of this database has" : name;
    }
}
