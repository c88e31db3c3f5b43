package dev.lexlab.lab.files;

import dev.lexlab.lab.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files and folders, and what the file system said of each at some moment: its {@link Stamp}, or that there is none. As long as all of
 * that is so still, nobody has changed, added or taken away anything, and nothing needs to be read to know it.
 */
public final class Sightings {
    private static final String NONE = "-";

    private final Map<Path, Optional<Stamp>> seen = new TreeMap<>();

    /** Looks at a path. A folder tells of its children coming and going, and nothing of what is in them. */
    public void look(Path path) {
        seen.put(path, Stamp.of(path));
    }

    /**
     * Looks at a file, or at a folder with all that is in it; links are followed.
     *
     * @throws IOException where a folder cannot be gone through, or a link in it leads back to where it stands
     */
    public void lookBelow(Path path) throws IOException {
        look(path);
        if (Files.isDirectory(path)) {
            try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                all.forEach(this::look);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    /** Adds what was seen elsewhere. Of two sightings of one path the earlier one stays. */
    public void add(Collection<Stamp> stamps) {
        stamps.forEach(stamp -> seen.putIfAbsent(stamp.found(), Optional.of(stamp)));
    }

    /**
     * Whether nothing of it was changed just before it was looked at, see {@link Stamp}.
     *
     * @param now milliseconds since 1970, before the first look
     */
    public boolean wereAtRest(long now) {
        return seen.values().stream().flatMap(Optional::stream).allMatch(stamp -> stamp.wasAtRest(now));
    }

    /** One for each path, for {@link #stillHold}; nothing where a path has a line end or a tab in it. */
    public Optional<List<String>> lines() {
        if (seen.keySet().stream().map(Path::toString).anyMatch(path -> path.contains("\n") || path.contains("\t"))) {
            return Optional.empty();
        }
        return Optional.of(seen.entrySet().stream()
                .map(each -> each.getKey() + "\t" + line(each.getValue()))
                .toList());
    }

    /** Whether all paths look as they did; no for what are no lines of ours. */
    public static boolean stillHold(List<String> lines) {
        return Parallel.map(lines, Sightings::stillHolds).stream().allMatch(holds -> holds);
    }

    private static boolean stillHolds(String line) {
        int end = line.indexOf('\t');
        return end > 0 && line.substring(end + 1).equals(line(Stamp.of(Path.of(line.substring(0, end)))));
    }

    private static String line(Optional<Stamp> stamp) {
        return stamp.map(Stamp::line).orElse(NONE);
    }
}
