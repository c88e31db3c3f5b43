package dev.lexlab.site.pipeline;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** A copy of a site of {@code src/test/sites}, laid over the base that all of them share. */
final class TestSite {
    static final Path SITES = Path.of("src/test/sites");

    private final Path root;

    private TestSite(Path root) {
        this.root = root;
    }

    static TestSite copy(String name, Path to) throws IOException {
        copyTree(SITES.resolve("base"), to);
        copyTree(SITES.resolve(name), to);
        return new TestSite(to);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    BuildRequest request() {
        return request(false);
    }

    BuildRequest request(boolean clean) {
        Course course = new Course(root);
        Roots roots = new Roots(course, course.content(), course.labs());
        return new BuildRequest(roots, out(), Optional.empty(), clean, false);
    }

    Path out() {
        return root.resolve("target/site");
    }

    Path state() {
        return root.resolve(".lexlab");
    }

    void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    void replace(String path, String old, String now) throws IOException {
        String text = Files.readString(root.resolve(path));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(path + " does not hold: " + old);
        }
        write(path, text.replace(old, now));
    }

    /** The body of a page, without what surrounds it. */
    String body(String page) throws IOException {
        var dom = Jsoup.parse(Files.readString(out().resolve(page)));
        dom.outputSettings().prettyPrint(false);
        return dom.select("main .prose").html().strip() + "\n";
    }

    /** Every file of the site as it is shown. */
    SortedMap<String, String> files() throws IOException {
        Path shown = out().toRealPath();
        SortedMap<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shown)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> all.put(shown.relativize(file).toString(), text(file)));
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String told(List<Problem> problems) {
        StringBuilder lines = new StringBuilder();
        problems.forEach(problem -> lines.append(problem).append('\n'));
        return lines.toString();
    }
}
