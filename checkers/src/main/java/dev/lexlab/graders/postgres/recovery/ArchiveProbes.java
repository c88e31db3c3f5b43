package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;
import java.util.List;
import java.util.Map;

/**
 * Calls archive and fetch as a server would, from a folder that looks like its data directory, in every situation that an archive
 * gets into: a new file, the same file again, another file of that name, no file, no room.
 */
final class ArchiveProbes {
    private static final String SERVER = "/db/probe";
    private static final String HERE = "/backup/probe";
    /** A disk that is smaller than two segments are. */
    private static final String SMALL_DISK = "/full";

    private static final String ON_SMALL_DISK = SMALL_DISK + "/archive";
    private static final int SEGMENT = 1 << 20;
    private static final int SMALL_FILE = 300;
    /** What leaves half a segment free on the small disk. */
    private static final int FILLER = 5 * (1 << 19);

    private static final String FETCHED = "pg_wal/RECOVERYXLOG";

    private final Host host;
    private final Script archive;
    private final Script fetch;
    private final String segment;
    private final String other;
    private final List<String> others;

    ArchiveProbes(Submission work, Machine machine, Draw draw, Evidence evidence) {
        this.host = new Host(machine);
        this.archive = Script.of(work, "archive", machine).keptIn(evidence);
        this.fetch = Script.of(work, "fetch", machine).keptIn(evidence);
        int first = draw.number(16, 200);
        int timeline = draw.number(2, 9);
        this.segment = segment(1, first);
        this.other = segment(1, first + 1);
        this.others = draw.shuffle(List.of(
                "%08X.history".formatted(timeline),
                segment(1, first + 2) + ".00000028.backup",
                segment(timeline, first + 3) + ".partial"));
    }

    private static String segment(int timeline, int number) {
        return "%08X%08X%08X".formatted(timeline, 0, number);
    }

    void require() {
        host.ours("mkdir", "-p", SERVER + "/pg_wal", HERE, ON_SMALL_DISK);
        requireKept(segment, SEGMENT);
        others.forEach(name -> requireKept(name, SMALL_FILE));
        requireSameAgain();
        requireNotOverwritten();
        requireNoForMissing();
        requireNoWithoutRoom();
    }

    private void requireKept(String name, int bytes) {
        boolean isSegment = name.equals(segment);
        write(name, bytes);
        Ran kept = archive(HERE, name);
        if (!kept.succeeded()) {
            Failure failure = Failure.of("archive does not take " + (isSegment ? "a new segment" : "the file " + name))
                    .expected("exit code 0, and " + name + " kept in $ARCHIVE")
                    .seen(kept.inWords());
            throw isSegment
                    ? failure.next("Copy the file that the first argument names into $ARCHIVE, under the second.")
                            .reproduce(typed(name, take(name)))
                    : failure.diagnose("only-segments").reproduce(typed(name, take(name)));
        }
        requireFetched(name, isSegment ? "" : "only-segments");
    }

    private void requireFetched(String name, String diagnosis) {
        Ran fetched = fetch(HERE, name);
        if (!fetched.succeeded() || !isSame(name)) {
            Failure failure = Failure.of("fetch does not bring back what archive was given")
                    .expected(name + " as it was, at " + FETCHED)
                    .seen(fetched.succeeded() ? "exit code 0, and other bytes or none" : fetched.inWords())
                    .next("Let fetch put into its second argument what archive kept under the name in its first.")
                    .reproduce(typed(name, take(name) + "; " + bring(name)));
            throw diagnosis.isEmpty() ? failure : failure.diagnose(diagnosis);
        }
    }

    private void requireSameAgain() {
        Ran again = archive(HERE, segment);
        if (!again.succeeded()) {
            throw Failure.of("archive refuses a segment that it has already, byte for byte")
                    .expected("exit code 0")
                    .seen(again.inWords())
                    .diagnose("same-refused")
                    .reproduce(typed(segment, take(segment) + "; " + take(segment)));
        }
        requireFetched(segment, "");
    }

    private void requireNotOverwritten() {
        host.ours("mv", SERVER + "/pg_wal/" + segment, SERVER + "/first");
        write(segment, SEGMENT);
        Ran taken = archive(HERE, segment);
        Ran fetched = fetch(HERE, segment);
        boolean isFirst = fetched.succeeded() && isSame(SERVER + "/first", SERVER + "/" + FETCHED);
        String anotherOne = "cp pg_wal/" + segment + " first; " + random(segment);
        String again = typed(
                segment,
                take(segment) + "; " + anotherOne + take(segment) + "; " + bring(segment)
                        + "; cmp -s first back && echo 'still the first one' || echo 'the first one is lost'");
        if (!isFirst) {
            throw Failure.of("archive replaces a segment by another one of the same name")
                    .expected("an exit code that is not 0, and the first one kept")
                    .seen("exit code " + taken.exitCode() + ", and the first one is lost")
                    .diagnose("overwrites")
                    .reproduce(again);
        }
        if (taken.succeeded()) {
            throw Failure.of("archive says that it kept a segment, and has another one under that name")
                    .expected("an exit code that is not 0")
                    .seen("exit code 0")
                    .diagnose("says-kept")
                    .reproduce(again);
        }
    }

    private void requireNoForMissing() {
        Ran taken = archive(HERE, other);
        if (taken.succeeded()) {
            throw Failure.of("archive says that it kept a file that is not there")
                    .expected("an exit code that is not 0")
                    .seen("exit code 0")
                    .diagnose("says-kept")
                    .reproduce("ARCHIVE=/backup/try ./archive /db/no-such-file " + other + "; echo \"exit code $?\"");
        }
        Ran fetched = fetch(HERE, other);
        if (fetched.succeeded()) {
            throw Failure.of("fetch says that it brought a file that the archive does not have")
                    .expected("an exit code that is not 0")
                    .seen("exit code 0")
                    .diagnose("fetch-says-found")
                    .reproduce("./fetch " + other + " /db/back; echo \"exit code $?\"");
        }
    }

    private void requireNoWithoutRoom() {
        write(other, SEGMENT);
        host.ours("sh", "-c", "head -c " + FILLER + " /dev/zero > " + SMALL_DISK + "/filler");
        Ran taken = archive(ON_SMALL_DISK, other);
        host.ours("rm", SMALL_DISK + "/filler");
        String whenFull = "cd /db; mkdir -p pg_wal /full/archive; export ARCHIVE=/full/archive; " + random(other)
                + "head -c " + FILLER + " /dev/zero > /full/filler; " + take(other) + "; ";
        if (taken.succeeded()) {
            throw Failure.of("archive says that it kept a segment for which its disk had no room")
                    .expected("an exit code that is not 0, while $ARCHIVE is on a full disk")
                    .seen("exit code 0")
                    .diagnose("says-kept")
                    .reproduce(whenFull + "rm /full/filler");
        }
        Ran again = archive(ON_SMALL_DISK, other);
        if (!again.succeeded() || !fetch(ON_SMALL_DISK, other).succeeded() || !isSame(other)) {
            throw Failure.of("a segment that did not fit at first is never kept, though there is room now")
                    .expected("exit code 0 when the server asks again, and the whole segment kept")
                    .seen(again.succeeded() ? "exit code 0, and not the whole segment" : again.inWords())
                    .diagnose("half-a-file")
                    .reproduce(whenFull + "rm /full/filler; " + take(other) + "; ls -l /full/archive");
        }
    }

    private void write(String name, int bytes) {
        host.ours("sh", "-c", "head -c " + bytes + " /dev/urandom > " + SERVER + "/pg_wal/" + name);
    }

    private Ran archive(String folder, String name) {
        return archive.run(SERVER, Map.of("ARCHIVE", folder), "pg_wal/" + name, name);
    }

    private Ran fetch(String folder, String name) {
        host.ours("rm", "-f", SERVER + "/" + FETCHED);
        return fetch.run(SERVER, Map.of("ARCHIVE", folder), name, FETCHED);
    }

    private boolean isSame(String name) {
        return isSame(SERVER + "/pg_wal/" + name, SERVER + "/" + FETCHED);
    }

    private boolean isSame(String one, String two) {
        return host.machine().run("cmp", "-s", one, two).succeeded();
    }

    /** For a learner's shell, where nothing of this check is there. */
    private static String typed(String name, String commands) {
        return "cd /db; mkdir -p pg_wal; rm -rf /backup/try; mkdir /backup/try; export ARCHIVE=/backup/try; "
                + random(name) + commands;
    }

    private static String random(String name) {
        return "head -c " + SEGMENT + " /dev/urandom > pg_wal/" + name + "; ";
    }

    private static String take(String name) {
        return "/work/archive pg_wal/" + name + " " + name + "; echo \"archive: exit code $?\"";
    }

    private static String bring(String name) {
        return "/work/fetch " + name + " back; echo \"fetch: exit code $?\"";
    }
}
