package dev.lexlab.check.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small process beside a server that ends it when its input does: that is when its owner says so, and also when its owner is
 * killed. The server itself is in a session of its own, so that Ctrl-C is for its owner alone.
 */
final class Keeper implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;
    private static final int START_SECONDS = 60;

    /**
     * A number of a process that ended may belong to another one since, so it is looked at before it is ended. Where the first
     * process of a machine buries slowly, a dead one still has its number, and no words any more. The data is thrown away, so
     * nothing is written back first.
     */
    private static final String SCRIPT = """
            trap '' INT HUP
            programs=$1 kept=$2 run=$3 data=$4 seconds=$5
            cp -R "$kept" "$data" && chmod 700 "$data" || exit
            "$programs/pg_ctl" start -s -w -t "$seconds" -D "$data" -l "$run/log" \\
                -o "-c config_file='$run/postgresql.conf' -c hba_file='$run/pg_hba.conf'" || exit
            read -r end || :
            is_ours() {
                case $(ps -ww -o args= -p "$1" 2>/dev/null || tr '\\0' ' ' <"/proc/$1/cmdline" 2>/dev/null) in
                    *"$data"*) kill -0 "$1" 2>/dev/null ;;
                    *) false ;;
                esac
            }
            if read -r server <"$data/postmaster.pid" 2>/dev/null && is_ours "$server"; then
                kill -QUIT "$server" 2>/dev/null
                looks=0
                while [ $looks -lt 200 ] && [ -f "$data/postmaster.pid" ] && is_ours "$server"; do
                    sleep 0.02 2>/dev/null || sleep 1
                    looks=$((looks + 1))
                done
            fi
            rm -rf "$data"
            """;

    private final Process process;
    private final Path run;
    private final Path data;

    private Keeper(Process process, Path run, Path data) {
        this.process = process;
        this.run = run;
        this.data = data;
    }

    /**
     * Returns at once; the server is on its way.
     *
     * @param run the folder of its settings and its log
     * @param data where its copy of the data will be; not there yet
     */
    static Keeper start(Account account, Kept kept, Path run, Path data) throws IOException {
        List<String> command = List.of(
                "sh",
                "-c",
                SCRIPT,
                "lexlab",
                kept.programs().toString(),
                kept.data().toString(),
                run.toString(),
                data.toString(),
                Integer.toString(START_SECONDS));
        Path said = run.resolve("said");
        Process process = Program.builder(account, command)
                .directory(run.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Keeper(process, run, data);
    }

    /** Whether the server did not start; where it died later, this does not tell. */
    boolean hasGivenUp() {
        return !process.isAlive();
    }

    /** What the server said, the end of it on a line; or what its keeper said, where it came to nothing before. */
    String words() {
        String log = text(run.resolve("log"));
        return Program.end(log.isBlank() ? text(run.resolve("said")) : log).replace(run + "/", "");
    }

    /** Whether somebody else has the port. */
    boolean foundPortTaken() {
        return text(run.resolve("log")).contains("could not bind");
    }

    /** Whether its settings are what it could not start with. */
    boolean foundSettingsFaulty() {
        return text(run.resolve("log")).contains("contains errors");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            return file.getFileName() + " cannot be read: " + e.getMessage();
        }
    }

    /** Returns when the server is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it ended already
        }
        boolean ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly();
        }
        Postmaster.of(data).ifPresent(Postmaster::end); // where the keeper itself was killed
    }
}
