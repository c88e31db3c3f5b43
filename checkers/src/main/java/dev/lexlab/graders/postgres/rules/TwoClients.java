package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import java.util.Optional;

/** Forces the interleaving of a {@link Race}; no clock has a part in the verdict. */
final class TwoClients {
    /** Rules that would wait for the end of the transaction speak at once, to the statement they are about. */
    static final String RULES_NOW = "SET CONSTRAINTS ALL IMMEDIATE";

    /** What a client that must keep to an old snapshot is told when the row has changed since. */
    private static final String CANNOT_SERIALISE = "40001";

    private final Race race;
    private final Session first;
    private final Session second;

    private TwoClients(Postgres db, Race race, Evidence.Trace trace) {
        this.race = race;
        this.first = trace.noting("first client", db.session("the first client"));
        this.second = trace.noting("second client", db.session("the second client"));
    }

    static void run(Postgres db, Race race, Evidence.Trace trace) {
        new TwoClients(db, race, trace).run();
    }

    private void run() {
        begin(first, Race.READ_COMMITTED);
        Outcome opening = first.attempt(race.first());
        if (!opening.accepted()) {
            throw tooStrict("the first of two clients was refused", opening);
        }
        begin(second, race.isolation());
        Pending pending = second.start(race.second());
        boolean waited = pending.waits();
        Outcome ending = end(first, race.firstStays());
        if (!ending.accepted()) {
            throw tooStrict("the first of two clients was refused at its end", ending);
        }
        judge(waited, outcomeOf(pending));
    }

    private static void begin(Session session, String isolation) {
        session.begin();
        session.attempt("SET TRANSACTION ISOLATION LEVEL " + isolation);
        session.attempt(RULES_NOW);
    }

    private static Outcome end(Session session, boolean stays) {
        if (stays) {
            return session.commit();
        }
        session.rollback();
        return new Outcome(Race.ROLLBACK, 0, Optional.empty());
    }

    /** What became of the second client in the end. */
    private Outcome outcomeOf(Pending pending) {
        Outcome outcome = pending.outcome();
        Outcome end = end(second, outcome.accepted());
        return end.accepted() ? outcome : end;
    }

    private void judge(boolean waited, Outcome outcome) {
        if (race.firstStays()) {
            if (!isRefusal(outcome)) {
                throw bothGotThrough(waited, outcome);
            }
        } else if (!outcome.accepted()) {
            throw tooStrict(race.what(), outcome);
        }
    }

    private boolean isRefusal(Outcome outcome) {
        return outcome.refusedWith(race.rule().sqlState())
                || (race.keepsItsSnapshot() && outcome.refusedWith(CANNOT_SERIALISE));
    }

    private Failure bothGotThrough(boolean waited, Outcome outcome) {
        String how = waited
                ? "the second client waited for the first, then was "
                : "the second client did not wait and was ";
        return Failure.of(outcome.accepted() ? race.what() : "the second of two clients was refused with another error")
                .expected("the second client waits until the first commits, then is " + race.rule())
                .seen(how + outcome.inWords())
                .diagnose(diagnosis(waited, outcome))
                .reproduce(race.reproduce());
    }

    private static String diagnosis(boolean waited, Outcome outcome) {
        if (!outcome.accepted()) {
            return "other-error";
        }
        return waited ? "old-snapshot" : "check-then-insert";
    }

    private Failure tooStrict(String what, Outcome outcome) {
        return Failure.of(what)
                .expected("accepted: nothing that stays stands in its way")
                .seen(outcome)
                .next(Miss.STRICTER)
                .read("constraint")
                .reproduce(race.reproduce());
    }
}
