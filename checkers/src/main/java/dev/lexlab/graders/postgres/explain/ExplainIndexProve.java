package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;

/** Counts pages and bytes, which are the same on every machine, and never seconds. */
final class ExplainIndexProve {
    private static final String SHOP = "shop";

    @Prepare
    void fillAndIndex(Submission work, Postgres db, Draw draw) {
        SubmittedFile indexes = work.file("indexes.sql");
        Shop.of(draw.as(SHOP)).openIn(db.session());
        db.apply(indexes);
    }

    @Check("nothing-else")
    void nothingElse(Postgres db, Draw draw) {
        Untouched.check(Desk.of(db), Shop.of(draw.as(SHOP)));
    }

    @Check("three-indexes")
    void threeIndexes(Postgres db) {
        IndexCount.check(Index.all(Desk.of(db)));
    }

    @Check("customer-by-email")
    void customerByEmail(Postgres db, Draw draw, Evidence evidence) {
        Trial trial = new Trial(Desk.of(db), evidence);
        trial.check(Questions.byEmail(trial.desk(), Shop.of(draw.as(SHOP)), draw));
    }

    @Check("oldest-open")
    void oldestOpen(Postgres db, Draw draw, Evidence evidence) {
        new Trial(Desk.of(db), evidence).check(Questions.oldestOpen(draw));
    }

    @Check("latest-orders")
    void latestOrders(Postgres db, Draw draw, Evidence evidence) {
        Trial trial = new Trial(Desk.of(db), evidence);
        trial.check(Questions.latestOrders(trial.desk(), Shop.of(draw.as(SHOP)), draw));
    }

    @Check("cheap-writes")
    void cheapWrites(Postgres db, Draw draw, Evidence evidence) {
        new NewRows(Desk.of(db), Shop.of(draw.as(SHOP)), evidence).check();
    }
}
