package dev.lexlab.site.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Judges what a site's folder shows, and what lies around it. */
final class Shown {
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final Versions versions;

    Shown(Versions versions) {
        this.versions = versions;
    }

    /**
     * The one version that every file belongs to.
     *
     * @throws AssertionError where it is not whole, or leads nowhere, or holds files of two
     */
    String version() throws IOException {
        Path out = versions.out();
        if (!Files.isSymbolicLink(out) || !Files.isDirectory(out)) {
            throw new AssertionError(out + " leads to no folder");
        }
        SortedMap<String, byte[]> files = Versions.files(out.toRealPath());
        List<String> differences = new ArrayList<>();
        for (String version : Versions.NAMES) {
            List<String> unlike = unlike(versions.site(version), files);
            if (unlike.isEmpty()) {
                refuseBrokenReferences(files);
                return version;
            }
            differences.add("not " + version + ": " + unlike.subList(0, Math.min(3, unlike.size())));
        }
        throw new AssertionError("the site is no version of the course: " + differences);
    }

    private static List<String> unlike(SortedMap<String, byte[]> expected, SortedMap<String, byte[]> files) {
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(files.keySet());
        return names.stream()
                .filter(name -> !expected.containsKey(name)
                        || !files.containsKey(name)
                        || !Arrays.equals(expected.get(name), files.get(name)))
                .toList();
    }

    /** By what the files themselves say, whatever the clean build was like. */
    private static void refuseBrokenReferences(SortedMap<String, byte[]> files) {
        int followed = 0;
        for (var file : files.entrySet()) {
            if (!file.getKey().endsWith(".html") || file.getKey().equals("404.html")) {
                continue; // that page's references begin with the base URL
            }
            for (Element element :
                    Jsoup.parse(new String(file.getValue(), UTF_8)).select("[href], [src]")) {
                String reference = (element.attr("href") + element.attr("src")).replaceAll("[?#].*", "");
                if (reference.isEmpty() || reference.contains(":")) {
                    continue;
                }
                followed++;
                String target = Path.of("/" + file.getKey())
                        .resolveSibling(reference)
                        .normalize()
                        .toString()
                        .substring(1);
                if (!files.containsKey(target)) {
                    throw new AssertionError(file.getKey() + " refers to '" + reference + "', which is not there");
                }
            }
        }
        if (followed == 0) {
            throw new AssertionError("no page refers to anything");
        }
    }

    /** As if all that was shown until now had been shown last an hour ago, so that nobody can still be reading it. */
    void age() throws IOException {
        for (Path file : all(versions.out().resolveSibling(".site-generations"))) {
            if (file.toString().endsWith(".manifest")) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(LONG_AGO)));
            }
        }
    }

    /** What no build left on purpose: half-made files, and more generations than the present one and the one before. */
    List<String> leftovers() throws IOException {
        List<String> found = new ArrayList<>();
        Path target = versions.out().resolveSibling("");
        for (Path folder : List.of(target, versions.course().resolve(".lexlab"))) {
            for (Path path : all(folder)) {
                String name = path.getFileName().toString();
                if (name.contains(".partial") || name.equals(".site-next") || name.startsWith("forgotten")) {
                    found.add(versions.course().relativize(path).toString());
                }
            }
        }
        try (Stream<Path> beside = Files.list(target.resolve(".site-generations"))) {
            List<String> names =
                    beside.map(path -> path.getFileName().toString()).sorted().toList();
            if (names.stream().filter(name -> !name.contains(".")).count() > 3) {
                found.add("more than a lock and two generations: " + names);
            }
        }
        return found;
    }

    private static List<Path> all(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
