package dev.lexlab.site.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Stamp;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** When files were last changed, as the history of the course says: read once for all, and only as far back as needed. */
final class History {
    /** No file has such a name. */
    private static final String COMMIT = "\t";

    private final File folder;

    History(Course course) {
        this.folder = course.root().toFile();
    }

    /**
     * The day of the last commit of each file. A file that was never committed has none; where there is no history, or it was cut
     * off when it was copied, so that every file seems to be of the last day, none has one.
     *
     * @param files as the course names them
     * @return ISO 8601 days by file
     */
    Map<String, String> lastChanges(Collection<String> files) {
        if (!mayBeThere()) {
            return Map.of();
        }
        Map<String, String> days = new TreeMap<>();
        try {
            if (!isWhole()) {
                return Map.of();
            }
            Set<String> wanted = new TreeSet<>(files);
            Process log =
                    git("log", "--format=" + COMMIT + "%cs", "--name-only", "--no-renames", "--relative", "--", ".");
            try (BufferedReader lines = log.inputReader(UTF_8)) {
                String day = "";
                for (String line = lines.readLine(); line != null && !wanted.isEmpty(); line = lines.readLine()) {
                    if (line.startsWith(COMMIT)) {
                        day = line.substring(COMMIT.length());
                    } else if (wanted.remove(line)) {
                        days.put(line, day);
                    }
                }
            } finally {
                log.destroy();
            }
            return days;
        } catch (IOException e) {
            return Map.of(); // there is no git here: then pages say nothing about it
        }
    }

    /** What the repository looks like; a commit, a checkout or a pull changes it. Nothing where there is none to look at. */
    List<Stamp> state() {
        for (File at = folder; at != null; at = at.getParentFile()) {
            Path git = at.toPath().resolve(".git");
            if (Files.exists(git)) { // a file, where the repository is somewhere else: then it is asked each time
                Optional<Stamp> head = Stamp.of(git.resolve("HEAD"));
                Optional<Stamp> log = Stamp.of(git.resolve("logs/HEAD"));
                return head.isPresent() && log.isPresent() ? List.of(head.get(), log.get()) : List.of();
            }
        }
        return List.of();
    }

    /**
     * What to look at for any change of it: with a repository its head, the log of that, and whether it is cut off; without one the
     * places where one could come to be.
     *
     * @return empty where the repository is somewhere else
     */
    Optional<List<Path>> files() {
        if (System.getenv("GIT_DIR") != null) {
            return Optional.empty();
        }
        List<Path> places = new ArrayList<>();
        for (File at = folder; at != null; at = at.getParentFile()) {
            Path git = at.toPath().resolve(".git");
            if (Files.isRegularFile(git)) {
                return Optional.empty();
            }
            if (Files.exists(git)) {
                places.add(git.resolve("HEAD"));
                places.add(git.resolve("logs/HEAD"));
                places.add(git.resolve("shallow"));
                return Optional.of(places);
            }
            places.add(git);
        }
        return Optional.of(places);
    }

    /** Asking git takes longer than looking for its folder. */
    private boolean mayBeThere() {
        if (System.getenv("GIT_DIR") != null) {
            return true;
        }
        for (File at = folder; at != null; at = at.getParentFile()) {
            if (new File(at, ".git").exists()) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole() throws IOException {
        Process asked = git("rev-parse", "--is-shallow-repository");
        try (BufferedReader answer = asked.inputReader(UTF_8)) {
            return "false".equals(answer.readLine());
        } finally {
            asked.destroy();
        }
    }

    private Process git(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
