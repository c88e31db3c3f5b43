package dev.lexlab.check.author;

import java.util.function.Supplier;

/**
 * What a learner would ask to see, kept whatever the verdict: shown in the report, and no part of the grade, so it may hold
 * times and addresses. Keeping evidence never changes a verdict.
 *
 * <pre>{@code
 * evidence.text("plan of the lookup", plan);
 * evidence.textAtEnd("log of " + container.name(), container::log);
 * evidence.trace("who was asked").message("visitor", "relay", "GET /");
 * }</pre>
 */
public interface Evidence {

    /**
     * A text as it is now: a query plan, a generated configuration.
     *
     * @param title a few words; the latest text under a title counts
     */
    void text(String title, String text);

    /** A text as it is when the check has ended, however it ended: the log of a program. Left out where nobody can tell then. */
    void textAtEnd(String title, Supplier<String> text);

    /** Who sent what to whom, drawn as a sequence diagram. The same title gives the same trace. */
    Trace trace(String title);

    /** Messages in their order; the first 200 of them are kept. */
    interface Trace {

        /** One was sent. */
        void message(String from, String to, String what);

        /** One was sent in answer to an earlier one. */
        void answer(String from, String to, String what);

        /** A session all of whose statements and answers are noted, as between this client and the database. */
        default Session noting(String client, Session session) {
            return new NotedSession(client, session, this);
        }
    }
}
