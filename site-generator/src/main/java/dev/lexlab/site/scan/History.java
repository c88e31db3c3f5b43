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
        return repository().flatMap(History::whatChanges).stream()
                .flatMap(List::stream)
                .flatMap(file -> Stamp.of(file).stream())
                .toList();
    }

    /**
     * What to look at for any change of it: with a repository what changes in it, and whether it is cut off; without one, and between it
     * and the course, the places where one could come to be.
     *
     * @return empty where a look does not tell: the repository is somewhere else, or it keeps no log
     */
    Optional<List<Path>> files() {
        if (System.getenv("GIT_DIR") != null) {
            return Optional.empty();
        }
        Optional<Path> repository = repository();
        List<Path> places = new ArrayList<>(places());
        if (repository.isPresent()) {
            Optional<List<Path>> changing = whatChanges(repository.get());
            if (changing.isEmpty()) {
                return Optional.empty();
            }
            places.subList(places.indexOf(repository.get()), places.size()).clear();
            places.addAll(changing.get());
            places.add(repository.get().resolve("shallow"));
        }
        return Optional.of(places);
    }

    /** Its head, and the log of that; empty where one of them is not there, as where {@code .git} is a file that leads elsewhere. */
    private static Optional<List<Path>> whatChanges(Path repository) {
        List<Path> files = List.of(repository.resolve("HEAD"), repository.resolve("logs/HEAD"));
        return files.stream().allMatch(Files::exists) ? Optional.of(files) : Optional.empty();
    }

    /** Asking git takes longer than looking for its folder. */
    private boolean mayBeThere() {
        return System.getenv("GIT_DIR") != null || repository().isPresent();
    }

    private Optional<Path> repository() {
        return places().stream().filter(Files::exists).findFirst();
    }

    /** Where a repository can be, the nearest place first. */
    private List<Path> places() {
        List<Path> places = new ArrayList<>();
        for (File at = folder; at != null; at = at.getParentFile()) {
            places.add(at.toPath().resolve(".git"));
        }
        return places;
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
