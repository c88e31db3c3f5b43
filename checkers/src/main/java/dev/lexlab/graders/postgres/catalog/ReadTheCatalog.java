package dev.lexlab.graders.postgres.catalog;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Session;
import dev.lexlab.check.author.Submission;

/** A reviewer of other people's schemas: makes some of which everything is known, and reads what the views say about them. */
final class ReadTheCatalog {

    @Prepare
    void load(Submission work, Postgres db) {
        db.apply(work.file("catalog.sql"));
    }

    @Check("views-answer")
    void viewsAnswer(Postgres db) {
        Reviewer reviewer = new Reviewer(db.session());
        for (View view : View.values()) {
            reviewer.know(view);
        }
    }

    @Check("tables-without-key")
    void tablesWithoutKey(Postgres db, Draw draw, Evidence evidence) {
        Survey.of(db.session(), evidence, View.TABLES).judge(KeyCases.of(new Names(draw)));
    }

    @Check("foreign-keys-without-index")
    void foreignKeysWithoutIndex(Postgres db, Draw draw, Evidence evidence) {
        Survey.of(db.session(), evidence, View.FOREIGN_KEYS).judge(ForeignKeyCases.of(new Names(draw)));
    }

    @Check("invalid-indexes")
    void invalidIndexes(Postgres db, Draw draw, Evidence evidence) {
        Survey.of(db.session(), evidence, View.INDEXES)
                .judge(InvalidCases.of(new Names(draw)), row -> !row.reason().equalsIgnoreCase(Row.DUPLICATE));
    }

    @Check("duplicate-indexes")
    void duplicateIndexes(Postgres db, Draw draw, Evidence evidence) {
        Survey.of(db.session(), evidence, View.INDEXES)
                .judge(DuplicateCases.of(new Names(draw)), row -> !row.reason().equalsIgnoreCase(Row.INVALID));
    }

    @Check("every-schema")
    void everySchema(Postgres db, Draw draw, Evidence evidence) {
        Survey survey = Survey.of(db.session(), evidence, View.values());
        survey.refuseServersOwn();
        survey.judge(SchemaCases.of(new Names(draw)));
    }

    @Check("strangers-seen")
    void strangersSeen(Postgres db, Draw draw, Evidence evidence) {
        Session stranger = db.colleague();
        Survey.ofAStranger(db.session(), stranger, evidence).judge(SchemaCases.strangers(new Names(draw)));
    }
}
