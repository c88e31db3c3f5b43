package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;

/** The bank's client program, in one window and in several: it calls the functions and repeats what it was told to repeat. */
final class TwoWriters {
    private static final String CONF = "client.conf";

    @Prepare
    void load(Submission work, Postgres db) {
        ClientConf.read(work.file(CONF));
        db.apply(work.file("bank.sql"));
    }

    @Check("books-balance")
    void booksBalance(Submission work, Postgres db, Draw draw, Evidence evidence) {
        new OneByOne(db, conf(work), draw, evidence).run();
    }

    @Check("no-update-lost")
    void noUpdateLost(Submission work, Postgres db, Draw draw, Evidence evidence) {
        new Stage(db, conf(work), evidence).play(AccountScenes.of(new Bank(db.session(), draw), draw));
    }

    @Check("limit-holds")
    void limitHolds(Submission work, Postgres db, Draw draw, Evidence evidence) {
        new Stage(db, conf(work), evidence).play(HouseholdScenes.of(new Bank(db.session(), draw), draw));
    }

    @Check("opposite-ways")
    void oppositeWays(Submission work, Postgres db, Draw draw, Evidence evidence) {
        new Stage(db, conf(work), evidence).play(OppositeScenes.of(new Bank(db.session(), draw), draw));
    }

    @Check("strangers-go-on")
    void strangersGoOn(Submission work, Postgres db, Draw draw, Evidence evidence) {
        new Strangers(db, conf(work), draw, evidence).run();
    }

    @Check("rush-hour")
    void rushHour(Submission work, Postgres db, Draw draw, Evidence evidence) {
        Bank bank = new Bank(db.session(), draw);
        new Stage(db, conf(work), evidence).play(CrowdScenes.of(bank, draw));
        new Storm(db, conf(work), bank, draw, evidence).run();
    }

    private static ClientConf conf(Submission work) {
        return ClientConf.read(work.file(CONF));
    }
}
