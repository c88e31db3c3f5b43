package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sends statements one after the other and compares the answers with those they deserve. */
final class Client {
    private final Postgres db;
    private final Evidence evidence;
    private final Session session;
    /** The same, for the statements that matter; what is around each of them is not worth showing. */
    private final Session noted;

    private Client(Postgres db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
        this.session = db.session();
        this.noted = evidence.trace("what a client asked").noting("client", session);
    }

    /** A client of a database that holds this house, for good. */
    static Client of(House house, Postgres db, Evidence evidence) {
        Client client = new Client(db, evidence);
        client.store(house.rows());
        return client;
    }

    private void store(List<Row> rows) {
        List<Row> stored = new ArrayList<>();
        for (Row row : rows) {
            Probe probe = Probe.accepted("an honest row of " + row.table(), row.targetsAmong(stored), row.insert());
            Outcome outcome = noted.attempt(row.insert());
            if (!probe.isAnsweredRightlyBy(outcome)) {
                throw new Miss(probe, outcome).failure(false, 0);
            }
            stored.add(row);
        }
    }

    /** Each in a transaction that is undone, so that no answer depends on the ones before. */
    Client sendAll(List<Probe> probes) {
        List<Miss> misses = new ArrayList<>();
        Set<String> ruled = new HashSet<>();
        for (Probe probe : probes) {
            Outcome outcome = attemptAndUndo(probe.sql());
            if (!probe.isAnsweredRightlyBy(outcome)) {
                misses.add(new Miss(probe, outcome));
            } else if (probe.rule().isPresent()) {
                ruled.add(probe.about());
            }
        }
        if (!misses.isEmpty()) {
            Miss first = misses.get(0);
            throw first.failure(ruled.contains(first.probe().about()), misses.size() - 1);
        }
        return this;
    }

    void race(List<Race> races) {
        for (int i = 0; i < races.size(); i++) {
            TwoClients.run(db, races.get(i), evidence.trace("two clients at the same time, round " + (i + 1)));
        }
    }

    private Outcome attemptAndUndo(String sql) {
        session.begin();
        session.attempt(TwoClients.RULES_NOW);
        Outcome outcome = noted.attempt(sql);
        session.rollback();
        return outcome;
    }
}
