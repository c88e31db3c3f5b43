package dev.lexlab.site.scan;

import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files the site may be made of: those of the course, wherever links lead, and among them nothing that is hidden, that holds
 * solutions, or that is a learner's own. Whoever may write a page could otherwise publish a password or a solution with it.
 */
final class Border {
    private final Roots roots;
    /** Where a scan's few folders really lie; asked once. */
    private final Map<Path, Optional<Path>> realFolders = new ConcurrentHashMap<>();

    Border(Roots roots) {
        this.roots = roots;
    }

    /**
     * Why a file may not be read.
     *
     * @param file as it was found, links not followed
     * @return words that follow the file's name; empty where it may be read
     */
    Optional<String> refusal(Path file) throws IOException {
        Path jail = roots.jail(file.toAbsolutePath().normalize());
        Path real = file.toRealPath();
        // A course may have its content or its labs elsewhere, by a link that its owner made.
        for (Path folder : List.of(jail, roots.content(), roots.labs())) {
            if (isBelow(folder, real)) {
                return placeRefused(real(folder).orElseThrow().relativize(real), real);
            }
        }
        return Optional.of("is a link out of the folder '" + jail.getFileName() + "'");
    }

    private Optional<String> placeRefused(Path inside, Path real) throws IOException {
        for (Path part : inside) {
            if (part.toString().startsWith(".")) {
                return Optional.of("lies in a hidden place: " + part);
            }
        }
        Course course = roots.course();
        if (isBelow(course.checkers(), real)) {
            return Optional.of("lies in checkers/, which holds solutions");
        }
        if (isBelow(roots.labs(), real)) {
            Path inLabs = real(roots.labs()).orElseThrow().relativize(real);
            if (inLabs.getNameCount() > 2 && inLabs.getName(1).toString().equals("work")) {
                return Optional.of("is a learner's own");
            }
        }
        return Optional.empty();
    }

    private boolean isBelow(Path folder, Path real) throws IOException {
        return real(folder).filter(real::startsWith).isPresent();
    }

    private Optional<Path> real(Path folder) throws IOException {
        Optional<Path> known = realFolders.get(folder);
        if (known == null) {
            known = Files.isDirectory(folder) ? Optional.of(folder.toRealPath()) : Optional.empty();
            realFolders.put(folder, known);
        }
        return known;
    }
}
