package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;

/** A client among others: it sends what the rules allow and what they forbid, and looks at the answers. */
final class RulesInTheSchema {

    @Prepare
    void load(Submission work, Postgres db) {
        db.apply(work.file("schema.sql"));
    }

    @Check("valid-accepted")
    void validAccepted(Postgres db, Draw draw, Evidence evidence) {
        House house = new House(draw);
        Client client = Client.of(house, db, evidence);
        ReadBack.compare(db.session(), house.rows());
        client.sendAll(HonestChanges.of(house));
    }

    @Check("values-refused")
    void valuesRefused(Postgres db, Draw draw, Evidence evidence) {
        House house = new House(draw);
        Client.of(house, db, evidence).sendAll(ValueProbes.of(house, draw));
    }

    @Check("references-hold")
    void referencesHold(Postgres db, Draw draw, Evidence evidence) {
        House house = new House(draw);
        Client.of(house, db, evidence).sendAll(ReferenceProbes.of(house)).race(ReferenceProbes.races(house));
    }

    @Check("duplicates-refused")
    void duplicatesRefused(Postgres db, Draw draw, Evidence evidence) {
        House house = new House(draw);
        Client.of(house, db, evidence).sendAll(DuplicateProbes.of(house)).race(DuplicateProbes.races(house));
    }

    @Check("overlaps-refused")
    void overlapsRefused(Postgres db, Draw draw, Evidence evidence) {
        House house = new House(draw);
        Client.of(house, db, evidence).sendAll(OverlapProbes.of(house, draw)).race(OverlapProbes.races(house));
    }
}
