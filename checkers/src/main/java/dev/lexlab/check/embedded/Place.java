package dev.lexlab.check.embedded;

import dev.lexlab.check.engine.RunLock;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The folder that all processes of this account share. Whose lock is free is dead, and what it left may be removed.
 *
 * @param account who the servers run as; it can get there
 * @param memory for the data of running servers, where the machine has it
 */
record Place(Path path, Account account, InMemory memory) {
    static final String DATA = "data";

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
    private static final Path OF_ROOT = Path.of("/var/cache");
    private static final String REMEDY =
            "set XDG_CACHE_HOME to a folder that can be written, that programs may be started from,"
                    + " and that every account may enter";

    /** The one that the environment names, made where it does not exist. */
    static Place of(Map<String, String> environment) throws EmbeddedFailure {
        Account account = Account.ofProcess();
        Path folder = choose(environment, account);
        try {
            return make(folder, account);
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "there is no place for a database server: " + folder + " cannot be made (" + e.getMessage() + ")",
                    REMEDY);
        }
    }

    /** The same where it exists; nothing is made. */
    static Optional<Place> existing(Map<String, String> environment) throws EmbeddedFailure, IOException {
        Account account = Account.ofProcess();
        Path folder = choose(environment, account);
        return Files.isDirectory(folder) ? Optional.of(at(folder.toRealPath(), account)) : Optional.empty();
    }

    private static Place at(Path path, Account account) {
        String name = "lexlab-"
                + Hashes.of(path + "\n" + System.getProperty("user.name")).substring(0, 16);
        return new Place(path, account, InMemory.named(name));
    }

    /** The first that the server's account can get to. */
    static Path choose(Map<String, String> environment, Account account) throws EmbeddedFailure {
        List<String> why = new ArrayList<>();
        for (Path candidate : candidates(environment)) {
            try {
                if (account.reaches(nearest(candidate))) {
                    return candidate;
                }
                why.add(candidate + " is closed to the account that PostgreSQL has to run as");
            } catch (IOException e) {
                why.add(candidate + " cannot be looked at (" + e.getMessage() + ")");
            }
        }
        throw new EmbeddedFailure("there is no place for a database server: " + String.join("; ", why), REMEDY);
    }

    /** What of it is there already. */
    private static Path nearest(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : nearest(parent);
    }

    private static Place make(Path folder, Account account) throws IOException {
        boolean isNew = !Files.exists(folder);
        Path path = Files.createDirectories(folder).toRealPath();
        Place place = at(path, account);
        Files.createDirectories(place.locks());
        Path runs = Files.createDirectories(place.run("any").getParent());
        if (isNew) {
            for (Path each : List.of(runs, path, path.getParent())) {
                account.open(each);
            }
        }
        return place;
    }

    private static List<Path> candidates(Map<String, String> environment) {
        Optional<Path> named = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of);
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        // Nobody else enters root's own folders.
        Stream<Path> usual =
                isRoot ? Stream.of(OF_ROOT) : named.isPresent() ? Stream.of() : Stream.of(home.resolve(".cache"));
        return Stream.concat(named.stream(), usual)
                .map(base -> base.resolve("lexlab").resolve("postgres").toAbsolutePath())
                .toList();
    }

    Path locks() {
        return path.resolve("locks");
    }

    Path run(String id) {
        return path.resolve("runs").resolve(id);
    }

    /** Makes what a new server has for itself: the folder of its run, and the one that its data will be put into. */
    void makeRun(String id) throws IOException {
        account.own(Files.createDirectory(run(id)));
        boolean unused = memory.make(id, account);
    }

    /** Where the data of a run is, or will be. */
    Path data(String id) {
        return (memory.has(id) ? memory.folder().resolve(id) : run(id)).resolve(DATA);
    }

    /** Takes away all that a run had. */
    void remove(String id) throws IOException {
        memory.remove(id);
        Trees.delete(run(id));
    }

    /** Removes what dead processes left, and nothing else. */
    List<String> sweep() throws IOException {
        List<String> removed = new ArrayList<>();
        for (String run : runs()) {
            if (RunLock.isFree(locks(), run)) {
                Postmaster.of(data(run)).ifPresent(Postmaster::end);
                if (isRemoved(run)) {
                    removed.add(run);
                }
            }
        }
        RunLock.forgetDead(locks());
        return removed;
    }

    /** Its keeper or another process may be deleting it at the same moment: what both are at is soon gone. */
    private boolean isRemoved(String run) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                remove(run);
                return true;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    return false; // the next sweep tries again
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /** Those that somebody uses now. */
    List<String> living() throws IOException {
        return runs().stream().filter(run -> !RunLock.isFree(locks(), run)).toList();
    }

    private List<String> runs() throws IOException {
        return names(path.resolve("runs"));
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                children.forEach(child -> names.add(child.getFileName().toString()));
            }
        }
        return names;
    }
}
