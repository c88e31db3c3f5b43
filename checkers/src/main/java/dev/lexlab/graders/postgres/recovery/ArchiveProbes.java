package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Submission;
import java.util.List;

/**
 * Calls archive and fetch as a server would, from a folder that looks like its data directory, in every situation that an archive
 * gets into: a new file, the same file again, another file of that name, no file, no room.
 */
final class ArchiveProbes {
    private static final int SEGMENT = 1 << 20;
    private static final String FILL = "head -c 2621440 /dev/zero > /full/filler";

    /**
     * All calls at one go, for each a line of what came of it. The arguments are the names of two segments and of the other files.
     * The disk /full is smaller than three segments are, and half of one is left of it.
     */
    private static final String CALLS = """
            mkdir -p /db/probe/pg_wal /backup/probe /full/archive
            cd /db/probe
            segment=$1; other=$2; shift 2

            random() {
                head -c "$1" /dev/urandom > "pg_wal/$2"
            }
            call() {
                printf '%s\\t' "$1"
                env ARCHIVE="$2" PGDATA="$PWD" "$3" "$4" "$5" > "/tmp/$3.said" 2>&1 < /dev/null
                code=$?
            }
            told() {
                printf '%s\\t%s\\t%s\\n' "$code" "$1" "$(tail -c 600 "/tmp/$2.said" | tr '\\n\\t' '  ')"
            }
            archive() {
                call "$1" "$2" archive "pg_wal/$3" "$3"
                told - archive
            }
            fetch() {
                rm -f pg_wal/RECOVERYXLOG
                call "$1" "$2" fetch "$3" pg_wal/RECOVERYXLOG
                same=other
                if cmp -s pg_wal/RECOVERYXLOG "$4"; then same=same; fi
                told "$same" fetch
            }

            random 1048576 "$segment"
            cp "pg_wal/$segment" first
            archive new /backup/probe "$segment"
            fetch new-back /backup/probe "$segment" first
            for name; do
                random 300 "$name"
                archive "$name" /backup/probe "$name"
                fetch "$name-back" /backup/probe "$name" "pg_wal/$name"
            done
            archive again /backup/probe "$segment"
            fetch again-back /backup/probe "$segment" first
            random 1048576 "$segment"
            archive different /backup/probe "$segment"
            fetch different-back /backup/probe "$segment" first
            archive missing /backup/probe "$other"
            fetch missing-back /backup/probe "$other" first
            random 1048576 "$other"
            FILL
            archive full /full/archive "$other"
            rm /full/filler
            archive room /full/archive "$other"
            fetch room-back /full/archive "$other" "pg_wal/$other"
            """.replace("FILL", FILL);

    private final Machine machine;
    private final Script archive;
    private final Script fetch;
    private final String segment;
    private final String other;
    private final List<String> others;

    ArchiveProbes(Submission work, Machine machine, Draw draw, Evidence evidence) {
        this.machine = machine;
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
        Calls calls = Calls.parse(new Host(machine)
                .ours(Command.of("sh", "-s", segment, other, others.get(0), others.get(1), others.get(2))
                        .reading(CALLS)));
        requireKept(calls, "new", segment);
        others.forEach(name -> requireKept(calls, name, name));
        requireSameAgain(calls);
        requireNotOverwritten(calls);
        requireNoForMissing(calls);
        requireNoWithoutRoom(calls);
    }

    private void requireKept(Calls calls, String call, String name) {
        boolean isSegment = name.equals(segment);
        Calls.Call taken = calls.get(call);
        if (!taken.succeeded()) {
            archive.refuseUnreadable(taken.exitCode(), taken.said());
            Failure failure = Failure.of("archive does not take " + (isSegment ? "a new segment" : "the file " + name))
                    .expected("exit code 0, and " + name + " kept in $ARCHIVE")
                    .seen(taken.inWords())
                    .reproduce(typed(name, take(name)));
            throw isSegment
                    ? failure.next("Copy the file that the first argument names into $ARCHIVE, under the second.")
                    : failure.diagnose("only-segments");
        }
        requireBrought(calls, call + "-back", name);
    }

    private void requireBrought(Calls calls, String call, String name) {
        Calls.Call brought = calls.get(call);
        if (!brought.isSame()) {
            fetch.refuseUnreadable(brought.exitCode(), brought.said());
            Failure failure = Failure.of("fetch does not bring back what archive was given")
                    .expected(name + ", byte for byte")
                    .seen(brought.succeeded() ? "exit code 0, and other bytes or none" : brought.inWords())
                    .reproduce(typed(name, take(name) + "; " + bring(name)));
            throw name.equals(segment)
                    ? failure.next(
                            "Let fetch put into its second argument what archive kept under the name in its first.")
                    : failure.diagnose("only-segments");
        }
    }

    private void requireSameAgain(Calls calls) {
        Calls.Call again = calls.get("again");
        if (!again.succeeded()) {
            throw Failure.of("archive refuses a segment that it has already, byte for byte")
                    .expected("exit code 0")
                    .seen(again.inWords())
                    .diagnose("same-refused")
                    .reproduce(typed(segment, take(segment) + "; " + take(segment)));
        }
        requireBrought(calls, "again-back", segment);
    }

    private void requireNotOverwritten(Calls calls) {
        Calls.Call taken = calls.get("different");
        String again = typed(
                segment,
                take(segment) + "; cp pg_wal/" + segment + " first; " + random(segment) + take(segment) + "; "
                        + bring(segment)
                        + "; cmp -s first back && echo 'the first one is there' || echo 'the first one is lost'");
        if (!calls.get("different-back").isSame()) {
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

    private void requireNoForMissing(Calls calls) {
        if (calls.get("missing").succeeded()) {
            throw Failure.of("archive says that it kept a file that is not there")
                    .expected("an exit code that is not 0")
                    .seen("exit code 0")
                    .diagnose("says-kept")
                    .reproduce("./archive /db/no-such-file " + other + "; echo \"archive: exit code $?\"");
        }
        if (calls.get("missing-back").succeeded()) {
            throw Failure.of("fetch says that it brought a file that the archive does not have")
                    .expected("an exit code that is not 0")
                    .seen("exit code 0")
                    .diagnose("fetch-says-found")
                    .reproduce("./fetch " + other + " /db/back; echo \"fetch: exit code $?\"");
        }
    }

    private void requireNoWithoutRoom(Calls calls) {
        String whenFull = "cd /db; mkdir -p pg_wal /full/archive; export ARCHIVE=/full/archive PGDATA=/db; "
                + random(other) + FILL + "; " + take(other) + "; rm /full/filler";
        if (calls.get("full").succeeded()) {
            throw Failure.of("archive says that it kept a segment for which its disk had no room")
                    .expected("an exit code that is not 0, while $ARCHIVE is on a full disk")
                    .seen("exit code 0")
                    .diagnose("says-kept")
                    .reproduce(whenFull);
        }
        Calls.Call room = calls.get("room");
        if (!room.succeeded() || !calls.get("room-back").isSame()) {
            throw Failure.of("a segment that did not fit at first is never kept, though there is room now")
                    .expected("exit code 0 when the server asks again, and the whole segment kept")
                    .seen(room.succeeded() ? "exit code 0, and not the whole segment" : room.inWords())
                    .diagnose("half-a-file")
                    .reproduce(whenFull + "; " + take(other) + "; ls -l /full/archive");
        }
    }

    /** For a learner's shell, where nothing of this check is there. */
    private static String typed(String name, String commands) {
        return "cd /db; mkdir -p pg_wal; rm -rf /backup/try; mkdir /backup/try; export ARCHIVE=/backup/try PGDATA=/db; "
                + random(name) + commands;
    }

    private static String random(String name) {
        return "head -c " + SEGMENT + " /dev/urandom > pg_wal/" + name + "; ";
    }

    private static String take(String name) {
        return "archive pg_wal/" + name + " " + name + "; echo \"archive: exit code $?\"";
    }

    private static String bring(String name) {
        return "fetch " + name + " back; echo \"fetch: exit code $?\"";
    }
}
