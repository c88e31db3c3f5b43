package dev.lexlab.check.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who the server runs as: whoever we are, or, where that is root, an account that may do nothing. PostgreSQL refuses to run as
 * root; https://www.postgresql.org/docs/17/postgres-user.html
 */
sealed interface Account {

    /** The same command, run by it. */
    List<String> run(List<String> command);

    /** Makes it the owner of an empty folder of ours. */
    void own(Path folder) throws IOException;

    /** Lets it read a file of ours, or enter a folder, whatever is usual for new ones here. */
    void open(Path file) throws IOException;

    /** Whether it can get to a folder. */
    boolean reaches(Path folder) throws IOException;

    /** The one to use in this process. */
    static Account ofProcess() throws EmbeddedFailure {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Same();
        }
        return Dropped.of(Path.of("/etc/passwd"), Dropped.PROGRAMS)
                .orElseThrow(() -> new EmbeddedFailure(
                        "PostgreSQL does not run as root, and nothing here lets it run as somebody else"
                                + " (setpriv, runuser or su, and an account called " + Dropped.NAME + ")",
                        "check as another account than root"));
    }

    /** Ours is fine. */
    record Same() implements Account {
        @Override
        public List<String> run(List<String> command) {
            return command;
        }

        @Override
        public void own(Path folder) {
            // it does already
        }

        @Override
        public void open(Path file) {
            // what we made we can read
        }

        @Override
        public boolean reaches(Path folder) {
            return true;
        }
    }

    /**
     * Another than ours, which is root.
     *
     * @param change the program that changes to it, with the path it lies at
     */
    record Dropped(String user, String group, Path change) implements Account {
        static final String NAME = "nobody";
        static final List<Path> PROGRAMS = Stream.of("setpriv", "runuser", "su")
                .flatMap(name ->
                        Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").map(folder -> Path.of(folder, name)))
                .toList();

        static Optional<Dropped> of(Path accounts, List<Path> programs) throws EmbeddedFailure {
            try {
                Optional<Path> change =
                        programs.stream().filter(Files::isExecutable).findFirst();
                if (change.isEmpty() || !Files.isReadable(accounts)) {
                    return Optional.empty();
                }
                return Files.readAllLines(accounts).stream()
                        .map(line -> line.split(":", -1))
                        .filter(account -> account.length > 3 && account[0].equals(NAME))
                        .findFirst()
                        .map(account -> new Dropped(account[2], account[3], change.get()));
            } catch (IOException e) {
                throw new EmbeddedFailure(
                        accounts + " cannot be read: " + e.getMessage(), "check as another account than root");
            }
        }

        @Override
        public List<String> run(List<String> command) {
            List<String> words = new ArrayList<>(List.of(change.toString()));
            words.addAll(
                    switch (change.getFileName().toString()) {
                        case "setpriv" -> List.of("--reuid", user, "--regid", group, "--clear-groups", "--");
                        case "runuser" -> List.of("-u", NAME, "--");
                        default -> List.of("-s", "/bin/sh", NAME, "-c", "exec \"$0\" \"$@\"", "--");
                    });
            words.addAll(command);
            return words;
        }

        @Override
        public void own(Path folder) throws IOException {
            Files.getFileAttributeView(folder, PosixFileAttributeView.class)
                    .setOwner(folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(NAME));
        }

        @Override
        public void open(Path file) throws IOException {
            boolean isEntered = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(isEntered ? "rwxr-xr-x" : "rw-r--r--"));
        }

        @Override
        public boolean reaches(Path folder) throws IOException {
            for (Path each = folder.toRealPath(); each != null; each = each.getParent()) {
                if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        }
    }
}
