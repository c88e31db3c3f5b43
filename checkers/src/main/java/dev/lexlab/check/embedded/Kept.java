package dev.lexlab.check.embedded;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What every server begins with: the programs, and a data folder that was initialised once. Made under another name and moved
 * when it is whole.
 *
 * @param secret what the administrator comes in with until a server has a password of its own
 */
record Kept(Path programs, Path data, String secret) {
    static final String PREFIX = "kept-";

    /** Counts up where what is made of the same archive changes. */
    private static final int EDITION = 1;

    private static final String PROGRAMS = "programs";
    private static final String SECRET = "secret";
    private static final String INVENTORY = "inventory";
    private static final String OF_NEWER_SYSTEMS = "C.UTF-8";
    private static final String OF_ALL_SYSTEMS = "C";

    /**
     * The one for these binaries; made where it is not there or no longer whole.
     *
     * @param run a folder of the running process, for what is not finished yet
     */
    static Kept of(Place place, Binaries binaries, Settings settings, Path run, Consumer<String> trace)
            throws EmbeddedFailure, IOException, InterruptedException {
        Path folder = folder(place, binaries, settings);
        if (!isWhole(folder)) {
            renew(place, binaries, settings, run);
            trace.accept("PostgreSQL is unpacked and initialised");
        }
        return new Kept(
                folder.resolve(PROGRAMS).resolve("bin"),
                folder.resolve(Place.DATA),
                Files.readString(folder.resolve(SECRET)));
    }

    /** Makes it anew, whatever is there. */
    static void renew(Place place, Binaries binaries, Settings settings, Path run)
            throws EmbeddedFailure, IOException, InterruptedException {
        Path making = run.resolve("making");
        Trees.delete(making);
        make(place, binaries, settings, Files.createDirectory(making));
        Path folder = folder(place, binaries, settings);
        if (Files.exists(folder)) {
            Path broken = run.resolve("broken");
            Trees.delete(broken);
            moveAway(folder, broken);
        }
        try {
            Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isWhole(folder)) { // otherwise another process was faster
                throw e;
            }
        }
    }

    private static void moveAway(Path folder, Path broken) throws IOException {
        try {
            Files.move(folder, broken, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // another process of ours was faster
        }
    }

    private static Path folder(Place place, Binaries binaries, Settings settings) {
        String identity = String.join("\n", binaries.hash(), settings.administrator(), Integer.toString(EDITION));
        return place.path().resolve(PREFIX + Hashes.of(identity).substring(0, 16));
    }

    private static void make(Place place, Binaries binaries, Settings settings, Path folder)
            throws EmbeddedFailure, IOException, InterruptedException {
        Path programs = Files.createDirectory(folder.resolve(PROGRAMS));
        binaries.unpack(programs);
        open(place.account(), folder);
        Path data = Files.createDirectory(folder.resolve(Place.DATA));
        place.account().own(data);
        String secret = Secrets.next();
        initialise(place, programs.resolve("bin"), data);
        Program.run(
                place.account(),
                List.of(programs.resolve("bin/postgres").toString(), "--single", "-D", data.toString(), "postgres"),
                firstStatements(settings.administrator(), secret));
        Secrets.write(folder.resolve(SECRET), secret);
        Files.writeString(folder.resolve(INVENTORY), inventory(folder));
    }

    private static void open(Account account, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                account.open(file);
            }
        }
    }

    private static void initialise(Place place, Path programs, Path data)
            throws EmbeddedFailure, IOException, InterruptedException {
        try {
            initialise(place, programs, data, OF_NEWER_SYSTEMS);
        } catch (EmbeddedFailure e) {
            initialise(place, programs, data, OF_ALL_SYSTEMS);
        }
    }

    /** What sorts and folds is built in; this is for the little that still asks the system. */
    private static void initialise(Place place, Path programs, Path data, String locale)
            throws EmbeddedFailure, IOException, InterruptedException {
        Program.run(
                place.account(),
                List.of(
                        programs.resolve("initdb").toString(),
                        "-D",
                        data.toString(),
                        "--username=postgres",
                        "--encoding=UTF8",
                        "--locale=" + locale,
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--auth=reject",
                        "--wal-segsize=1",
                        "--no-sync",
                        "--no-instructions"),
                "");
    }

    /** As the image's own roles.sql has it; a line is a statement here. */
    private static String firstStatements(String administrator, String secret) {
        return "CREATE ROLE " + administrator + " SUPERUSER LOGIN PASSWORD '" + secret + "'\n"
                + "REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC\n";
    }

    /** Programs that clean up caches take single files; then a learner's extension would be missing, not ours. */
    private static boolean isWhole(Path folder) {
        try {
            return Files.readString(folder.resolve(INVENTORY)).equals(inventory(folder));
        } catch (IOException e) {
            return false;
        }
    }

    private static String inventory(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (String part : List.of(PROGRAMS, Place.DATA, SECRET)) {
            Files.walkFileTree(folder.resolve(part), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(attributes.size() + " " + folder.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return new TreeSet<>(files).stream().collect(joining("\n"));
    }
}
