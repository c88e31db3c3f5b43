package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;

/**
 * The machine that the server and the learner's scripts share. The learner is its administrator, so everything here happens with
 * the rights that the scripts have.
 */
record Host(Machine machine) {
    static final String DUMP = "/backup/dump";
    static final String BASE = "/backup/base";

    private static final String NEW_PRODUCTION = "mkdir " + DUMP + " " + BASE
            + " && empty-server archiving && createdb \"$0\" && psql -Xq -v ON_ERROR_STOP=1 -d \"$0\" -f - >/dev/null";

    /**
     * Steps of our own, which no learner is to blame for.
     *
     * @return what it wrote
     */
    String ours(Command command) {
        Ran ran = machine.run(command);
        if (!ran.succeeded()) {
            throw new IllegalStateException(
                    "on " + machine.name() + ", " + command.typed() + " ended with " + ran.inWords());
        }
        return ran.out();
    }

    String ours(String... words) {
        return ours(Command.of(words));
    }

    /**
     * A new server, which hands its log to the learner's archive, with one database.
     *
     * @param content for psql in that database
     */
    void newProduction(String database, String content) {
        ours(Command.of("sh", "-c", NEW_PRODUCTION, database).reading(content));
    }

    /** A server with nothing in it, somewhere else as it were. */
    void newEmptyServer() {
        ours("empty-server");
    }

    /** The server is gone with its disks; what lies in /backup stays. */
    void lose() {
        ours("lose-server");
    }

    /**
     * Asks the server as its administrator, whatever it may answer.
     *
     * @param script for psql; goes on after a refusal
     */
    Ran ask(String database, String script) {
        return machine.run(Command.of("psql", "-XqAt", "-F", "\t", "-d", database, "-f", "-")
                .reading(script));
    }

    /**
     * The hotel's own work, which goes on before and after whatever the learner's scripts do.
     *
     * @param script for psql
     * @throws Failure where the server does not do it any more
     */
    String tell(String database, String script) {
        Ran ran =
                machine.run(Command.of("psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", "-")
                        .reading(script));
        if (!ran.succeeded()) {
            throw Failure.of("the server does not do any more what it did before your scripts ran")
                    .expected("the hotel's work goes on: new rows, restore points, questions to the server itself")
                    .seen(ran.inWords())
                    .next("Let no script stop the server, close it to its clients, or change what it holds.")
                    .read("backup")
                    .reproduce("drill");
        }
        return ran.out();
    }
}
