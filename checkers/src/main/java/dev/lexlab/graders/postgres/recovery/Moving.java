package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;

/** The hotel's database moves to an empty server by what dump wrote. */
record Moving(Submission work, Books books, Machine machine, Evidence evidence) {
    /** What every new server answers to CREATE ROLE for its administrator. */
    private static final String ALREADY_THERE = "role \"postgres\" already exists";

    private static final String TABLES = "psql -d \"$DATABASE\" -c \"SELECT oid::regclass AS table FROM pg_class"
            + " WHERE relkind = 'r' AND oid >= 16384 ORDER BY 1\"";
    private static final String SEQUENCES =
            "psql -d \"$DATABASE\" -c 'SELECT sequencename, last_value FROM pg_sequences ORDER BY 1'";

    void require() {
        Script dump = Script.of(work, "dump", machine).keptIn(evidence);
        Script restore = Script.of(work, "restore", machine).keptIn(evidence);
        Host host = new Host(machine);
        Snapshot lost = Snapshot.of(books, host);
        dump.runOrFail("mkdir -p /backup/try; ./dump /backup/try; echo \"exit code $?\"", Host.DUMP);
        host.newEmptyServer();
        Ran restoring = restore.run(Host.DUMP);
        if (!restoring.succeeded()) {
            Failure refusal = restore.refusal(restoring).reproduce(Rights.MOVE + "echo \"exit code $?\"");
            throw stopsAtPostgres(restoring) ? refusal.diagnose("stops-at-postgres") : refusal;
        }
        Snapshot found = Snapshot.of(books, host);
        if (!found.hasRowsOf(lost)) {
            throw Failure.of("the restored database does not hold what the lost one did")
                    .expected(lost.rowsInWords())
                    .seen(found.rowsInWords())
                    .diagnose("rows-missing")
                    .reproduce(Rights.MOVE + TABLES);
        }
        found.sequenceUnlike(lost).ifPresent(sequence -> {
            throw Failure.of("sequence " + sequence + " does not go on where it stopped")
                    .expected("its latest number is " + lost.lastOf(sequence))
                    .seen(found.lastOf(sequence))
                    .diagnose("sequence-behind")
                    .reproduce(Rights.MOVE + SEQUENCES);
        });
    }

    /** Whoever goes on after this complaint, and fails later, fails for another reason. */
    private static boolean stopsAtPostgres(Ran restoring) {
        return restoring
                .out()
                .lines()
                .filter(line -> line.contains("ERROR:"))
                .reduce((earlier, last) -> last)
                .filter(last -> last.contains(ALREADY_THERE))
                .isPresent();
    }
}
