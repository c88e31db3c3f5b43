package dev.lexlab.site.scan;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Sightings;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the site needs of the labs: their guides, and a hash over all that {@code LabReader} looks at. */
final class LabFiles {
    private static final String DEFINITION = "lab.yml";
    private static final String GUIDE = "guide";
    private static final String STARTER = "starter";
    private static final String IMAGES = "images";

    private final Roots roots;
    private final Problems problems;
    private final SourceReader sources;

    LabFiles(Roots roots, Problems problems, SourceReader sources) {
        this.roots = roots;
        this.problems = problems;
        this.sources = sources;
    }

    List<PageFile> guides() throws IOException {
        List<PageFile> guides = new ArrayList<>();
        for (Path lab : labs()) {
            Path folder = lab.resolve(GUIDE);
            for (Path file : Files.isDirectory(folder) ? children(folder) : List.<Path>of()) {
                guide(lab, file).ifPresent(guides::add);
            }
        }
        return guides;
    }

    private Optional<PageFile> guide(Path lab, Path file) {
        String name = file.getFileName().toString();
        Optional<Markup> markup = Markup.of(name);
        if (markup.isEmpty() || !Files.isRegularFile(file)) {
            problems.add(Place.of(roots.name(file)), "nothing reads this", "guide/ holds <task>.adoc or <task>.md");
            return Optional.empty();
        }
        String task = name.substring(0, name.length() - markup.get().extension().length());
        String id = lab.getFileName().toString();
        return sources.read(file, markup.get()).map(text -> new PageFile(PageFile.Kind.GUIDE, id, task, file, text));
    }

    /** Definitions by content; starters and images by the names of their files, which is all that is looked at. */
    String fingerprint() throws IOException {
        StringBuilder seen = new StringBuilder();
        for (Path lab : labs()) {
            seen.append(roots.name(lab)).append('\0');
            seen.append(Hashes.of(Files.readAllBytes(lab.resolve(DEFINITION)))).append('\0');
            allBelow(lab.resolve(STARTER))
                    .forEach(file -> seen.append(roots.name(file)).append('\0'));
        }
        Path images = roots.labs().resolve(IMAGES);
        for (Path image : Files.isDirectory(images) ? children(images) : List.<Path>of()) {
            seen.append(roots.name(image)).append('\0');
        }
        return seen.toString();
    }

    /** Looks at all that {@link #guides} and {@link #fingerprint} depend on. */
    static void look(Roots roots, Sightings sightings) throws IOException {
        sightings.look(roots.labs());
        for (Path folder : Files.isDirectory(roots.labs()) ? children(roots.labs()) : List.<Path>of()) {
            sightings.look(folder); // it is a lab as soon as it has a lab.yml
            if (Files.isRegularFile(folder.resolve(DEFINITION))) {
                sightings.look(folder.resolve(DEFINITION));
                sightings.lookBelow(folder.resolve(GUIDE));
                sightings.lookBelow(folder.resolve(STARTER));
            }
        }
        sightings.look(roots.labs().resolve(IMAGES));
    }

    private static List<Path> allBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private List<Path> labs() throws IOException {
        if (!Files.isDirectory(roots.labs())) {
            return List.of();
        }
        return children(roots.labs()).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(DEFINITION)))
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
