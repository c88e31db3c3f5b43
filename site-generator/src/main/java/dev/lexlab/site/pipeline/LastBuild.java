package dev.lexlab.site.pipeline;

import dev.lexlab.lab.files.Sightings;
import dev.lexlab.lab.files.WholeFile;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.scan.Surroundings;
import dev.lexlab.site.write.SiteWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the last build into a folder depended on, and what it made, as the file system tells of it: so that the next process knows
 * that nothing is to do without reading anything. It is kept only where it is sure; nothing rests on its being there.
 *
 * <p>A file in the course's state folder: a line with its format, one with what was asked for, then {@link Sightings#lines}.
 */
final class LastBuild {
    private static final String FORMAT = "lexlab/last-build/v1";

    private final BuildRequest request;
    private final Path file;

    LastBuild(BuildRequest request) {
        this.request = request;
        // Two folders with one name here take turns, for what was asked for is in the file; a better hash takes time at
        // each start.
        String name =
                Integer.toHexString(request.out().toAbsolutePath().normalize().hashCode());
        this.file = request.roots().course().state().resolve("cache/last-build").resolve(name);
    }

    /** Whether the same was asked for as now, and everything looks as it did then; no where that is not known. */
    boolean stands() {
        Optional<String> asked = asked();
        if (asked.isEmpty()) {
            return false;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() > 2
                    && lines.get(0).equals(FORMAT)
                    && lines.get(1).equals(asked.get())
                    && Sightings.stillHold(lines.subList(2, lines.size()));
        } catch (IOException e) {
            return false; // nothing was kept, or it cannot be read
        }
    }

    /**
     * Looks at all that a build depends on, this program included, but for what pages include from elsewhere. Call before anything is
     * read; empty where a look does not tell.
     */
    static Optional<Sightings> look(Roots roots) {
        Optional<Sightings> sightings = Surroundings.look(roots);
        try {
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
                if (sightings.isPresent()) {
                    sightings.get().lookBelow(Path.of(entry).toAbsolutePath());
                }
            }
            return sightings;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps it.
     *
     * @param sightings of all that was read, from before it was read
     * @param began milliseconds since 1970, before that
     * @param inputs what the site was made from, as its folder was told
     */
    void keep(Sightings sightings, long began, SiteWriter site, String inputs) {
        Optional<String> asked = asked();
        try {
            if (asked.isEmpty() || !sightings.wereAtRest(began) || !site.sight(inputs, sightings)) {
                return;
            }
            Optional<List<String>> seen = sightings.lines();
            if (seen.isPresent()) {
                List<String> lines = new ArrayList<>(List.of(FORMAT, asked.get()));
                lines.addAll(seen.get());
                Files.createDirectories(file.resolveSibling(""));
                WholeFile.write(file, String.join("\n", lines) + "\n");
            }
        } catch (IOException e) {
            return; // the site is there, and the next process will read the files to know it
        }
    }

    /**
     * In one line, with the moment in which the machine was started: after a power cut a file can look as it did and hold something
     * else. Empty where a system does not tell that moment.
     */
    private Optional<String> asked() {
        Roots roots = request.roots();
        return ProcessHandle.of(1)
                .flatMap(first -> first.info().startInstant())
                .map(started -> String.join(
                                "\t",
                                started.toString(),
                                System.getProperty("java.version", ""),
                                System.getProperty("java.class.path", ""),
                                roots.course().root().toString(),
                                roots.content().toString(),
                                roots.labs().toString(),
                                request.out().toAbsolutePath().normalize().toString(),
                                request.baseUrl().orElse(""),
                                String.valueOf(request.live()))
                        .replace('\n', ' '));
    }
}
