package dev.lexlab.site.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.files.PathJail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What gradings on this machine found, for the pages that show a learner how far they are: {@code /_lexlab/results} names the
 * tasks, one {@code lab/task} on a line, and {@code /_lexlab/results/lab/task} is the {@code result.json} of one.
 */
final class LearnerResults {
    static final String PATH = "/_lexlab/results";

    private static final String FILE = "result.json";
    private static final Pattern ONE = Pattern.compile(PATH + "/([a-z0-9-]+/[a-z0-9-]+)");

    private final Path folder;

    LearnerResults(Path folder) {
        this.folder = folder;
    }

    Reply reply(String path) throws IOException {
        if (path.equals(PATH)) {
            return Reply.text(200, names().stream().map(name -> name + "\n").collect(joining()));
        }
        Matcher one = ONE.matcher(path);
        if (!one.matches() || !Files.isDirectory(folder)) {
            return nothing();
        }
        try {
            PathJail jail = new PathJail(folder);
            byte[] result = Files.readAllBytes(jail.file(jail.root(), one.group(1) + "/" + FILE));
            return Reply.of(200, "application/json", result);
        } catch (PathJail.Refused e) {
            return nothing();
        }
    }

    private static Reply nothing() {
        return Reply.of(404, "text/plain", "There is no such result.\n".getBytes(UTF_8));
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, 3, (file, attributes) -> file.endsWith(FILE))) {
            return files.map(file -> folder.relativize(file.resolveSibling(""))
                            .toString()
                            .replace('\\', '/'))
                    .filter(name -> ONE.matcher(PATH + "/" + name).matches())
                    .sorted()
                    .toList();
        }
    }
}
