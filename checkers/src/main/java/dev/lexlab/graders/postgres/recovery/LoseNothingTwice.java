package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;

/** Lets a server live, be backed up, suffer an accident and be lost, and looks at what the learner's scripts bring back. */
final class LoseNothingTwice {

    @Prepare
    void open(Draw draw, @Named("host") Machine machine) {
        Staff staff = Staff.drawn(draw);
        Books books = staff.books();
        machine.set("DATABASE", books.database());
        new Host(machine).newProduction(books.database(), books.content() + staff.creation());
    }

    @Check("dump-restores")
    void dumpRestores(Submission work, Draw draw, Evidence evidence, @Named("host") Machine machine) {
        new Moving(work, Books.drawn(draw), machine, evidence).require();
    }

    @Check("roles-return")
    void rolesReturn(Draw draw, @Named("host") Machine machine) {
        new Rights(Staff.drawn(draw), new Host(machine)).require();
    }

    @Check("archive-keeps")
    void archiveKeeps(Submission work, Draw draw, Evidence evidence, @Named("host") Machine machine) {
        new ArchiveProbes(work, machine, draw, evidence).require();
    }

    @Check("backup-taken")
    void backupTaken(Submission work, Draw draw, Evidence evidence, @Named("host") Machine machine) {
        new Disaster(work, machine, draw, evidence).backUp();
    }

    @Check("recovers-to-the-point")
    void recoversToThePoint(Submission work, Draw draw, Evidence evidence, @Named("host") Machine machine) {
        new Disaster(work, machine, draw, evidence).recoverToPoint();
    }

    @Check("open-for-work")
    void openForWork(Submission work, Draw draw, Evidence evidence, @Named("host") Machine machine) {
        new Disaster(work, machine, draw, evidence).write();
    }

    @Check("recovers-again")
    void recoversAgain(Submission work, Draw draw, Evidence evidence, @Named("host") Machine machine) {
        new Disaster(work, machine, draw, evidence).recoverAgain();
    }
}
