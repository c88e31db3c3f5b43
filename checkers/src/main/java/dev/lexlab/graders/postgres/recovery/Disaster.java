package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.graders.postgres.recovery.Standing.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server with a backup, a moment to go back to, an accident and a loss; and the same once more with what came of it. */
final class Disaster {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COUNT_FILES = "find " + Host.BASE + " -type f | wc -l";
    private static final String DRILL = "drill";

    private final Submission work;
    private final Host host;
    private final Books books;
    private final Evidence evidence;
    private final List<String> points;
    private final int stretch;

    Disaster(Submission work, Machine machine, Draw draw, Evidence evidence) {
        this.work = work;
        this.host = new Host(machine);
        this.books = Books.drawn(draw);
        this.evidence = evidence;
        Draw disaster = draw.as("disaster");
        List<String> words = disaster.words(3);
        this.points = words.stream()
                .map(word -> "before the " + word + " of day " + disaster.number(1, 365))
                .toList();
        this.stretch = disaster.number(1000, 2000);
    }

    void backUp() {
        Script archive = Script.of(work, "archive", host.machine());
        Script backup = Script.of(work, "base-backup", host.machine()).keptIn(evidence);
        backup.start(Host.BASE);
        Optional<Ran> ended = Eventually.look(
                PATIENCE,
                () -> backup.end(
                        host.machine().run("sh", "-c", backup.askForEnd()).out(), Host.BASE),
                look -> look.isPresent() || Archiver.of(host).isHopeless());
        if (ended.isEmpty()) {
            archive.refuseUnreadable(1, "");
            Archiver archiver = Archiver.of(host);
            if (archiver.isHopeless()) {
                throw archiver.failure("of the backup");
            }
            throw new TimedOut("the end of ./base-backup", "it is still running");
        }
        if (!ended.get().succeeded()) {
            throw backup.refusal(ended.get()).reproduce(DRILL);
        }
        if (Archiver.backupsKnownTo(host).isEmpty()) {
            throw Failure.of("the server knows nothing of a backup that was made of it")
                    .expected("a file of this backup, with the ending .backup, in the server's log")
                    .seen("none; base-backup ended with exit code 0")
                    .diagnose("live-copy")
                    .reproduce(
                            "rm -rf /backup/try; mkdir /backup/try; ./base-backup /backup/try; ls \"$PGDATA/pg_wal\" | grep backup"
                                    + " || echo no backup");
        }
    }

    void recoverToPoint() {
        Script.of(work, "fetch", host.machine());
        Script recover = Script.of(work, "recover", host.machine());
        String snapshot = Snapshot.script(books);
        String told = host.tell(
                books.database(),
                snapshot + books.moreStays(1000, stretch) + "SELECT pg_switch_wal();\n" + books.moreNotes(2) + snapshot
                        + restorePoint(points.get(0)) + books.moreStays(5000, 20) + books.moreNotes(3)
                        + restorePoint(points.get(1)) + snapshot + books.accident() + Archiver.END_OF_HISTORY);
        List<Snapshot> history = Snapshot.all(told);
        Snapshot atPoint = history.get(1);
        Archiver.await(told, host);
        host.lose();
        Recovery recovery = Recovery.by(recover, points.get(0), host, evidence);
        recovery.requireAnswers(DRILL);
        Snapshot found = Snapshot.of(books, host);
        Aftermath aftermath = Aftermath.of(found, history.get(0), atPoint, history.get(2));
        if (aftermath == Aftermath.AS_AT_THE_POINT) {
            return;
        }
        Failure failure = Failure.of("the recovered server does not hold what there was at the restore point: "
                        + aftermath.inWords())
                .expected(atPoint.rowsInWords())
                .seen(found.rowsInWords() + "; " + recovery.inWords())
                .reproduce(DRILL);
        String diagnosis = aftermath.diagnosis(recovery.standing());
        throw diagnosis.isEmpty()
                ? failure.next("Give the server the name of the restore point, ./recover's second argument, as"
                        + " recovery_target_name.")
                : failure.diagnose(diagnosis);
    }

    void write() {
        Standing standing = Eventually.look(
                PATIENCE, () -> Standing.of(host), look -> !look.state().isOnTheWay());
        if (standing.state().isOnTheWay()) {
            throw new TimedOut(
                    "a server that is open for reading and writing",
                    standing.state().inWords());
        }
        if (standing.state() != State.OPEN) {
            Failure failure = Failure.of("the recovered server takes no new rows")
                    .expected("a server that is open for reading and writing")
                    .seen(standing.state().inWords())
                    .reproduce(DRILL);
            throw standing.state() == State.PAUSED
                    ? failure.diagnose("paused")
                    : failure.next("Let the server end its recovery at the target and promote itself.");
        }
        Ran writing = host.ask(books.database(), books.moreStays(7000, 30) + books.moreNotes(4));
        if (!writing.err().isBlank()) {
            throw Failure.of("the recovered server refuses new rows")
                    .expected("rows that are written as before the loss")
                    .seen(writing.err().strip())
                    .next("Leave the recovered server as it was, apart from what makes it recover.")
                    .reproduce(DRILL);
        }
        if (standing.timeline() == 1) {
            throw Failure.of("the recovered server writes on the timeline of the lost one")
                    .expected("a timeline above 1")
                    .seen("timeline 1")
                    .next("Let the server recover from the archive and promote itself; that begins a new timeline.")
                    .reproduce(DRILL);
        }
    }

    void recoverAgain() {
        Script recover = Script.of(work, "recover", host.machine());
        int timeline = Standing.of(host).timeline();
        String told = host.tell(
                books.database(),
                books.moreStays(9000, 40)
                        + books.moreNotes(5)
                        + Snapshot.script(books)
                        + restorePoint(points.get(2))
                        + books.accident()
                        + Archiver.END_OF_HISTORY);
        Snapshot atPoint = Snapshot.all(told).get(0);
        Archiver.await(told, host);
        host.lose();
        boolean isBackupThere = !host.ours("sh", "-c", COUNT_FILES).strip().equals("0");
        Recovery recovery = Recovery.by(recover, points.get(2), host, evidence);
        Snapshot found = recovery.standing().state().answers() ? Snapshot.of(books, host) : atPoint;
        if (recovery.standing().state().answers() && found.hasRowsOf(atPoint)) {
            return;
        }
        String twice = DRILL + " twice";
        if (!isBackupThere) {
            throw Failure.of("the second loss cannot be made good: the base backup is no longer there")
                    .expected("a base backup that serves again")
                    .seen("no file in " + Host.BASE + "; " + recovery.inWords())
                    .diagnose("backup-used-up")
                    .reproduce(twice);
        }
        if (recovery.neverReached() && hasHistory(timeline)) {
            throw Failure.of("the second loss cannot be made good: recovery does not meet the restore point")
                    .expected("a server as it was at the restore point, which lies on timeline " + timeline)
                    .seen(recovery.inWords())
                    .diagnose("old-timeline")
                    .reproduce(twice);
        }
        recovery.requireAnswers(twice);
        throw Failure.of("after the second loss the server does not hold what there was at the restore point")
                .expected(atPoint.rowsInWords())
                .seen(found.rowsInWords() + "; " + recovery.inWords())
                .next(
                        "Recover from the same base backup, along the latest timeline, to the point that ./recover is told.")
                .reproduce(twice);
    }

    private boolean hasHistory(int timeline) {
        return Script.of(work, "fetch", host.machine())
                .run("%08X.history".formatted(timeline), "/tmp/history")
                .succeeded();
    }

    private static String restorePoint(String name) {
        return "SELECT pg_create_restore_point(" + Names.text(name) + ");\n";
    }
}
