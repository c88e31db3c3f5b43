package dev.lexlab.check.machine;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The image recipes of a course. */
final class Recipes {
    private final Path images;

    Recipes(Course course) {
        this.images = course.labs().resolve("images");
    }

    /** By name. */
    List<Recipe> all() throws IOException {
        if (!Files.isDirectory(images)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(images)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("Dockerfile")))
                    .sorted()
                    .map(Recipe::new)
                    .toList();
        }
    }

    /** What one lab needs, and nothing else. */
    List<Recipe> of(LabDefinition lab) throws IOException {
        Set<String> names = Stream.concat(
                        lab.tasks().stream().flatMap(task -> task.images().stream()),
                        imagesOfExamples(lab.folder().resolve("examples")).stream())
                .collect(Collectors.toSet());
        return all().stream().filter(recipe -> names.contains(recipe.name())).toList();
    }

    /** The code on a lab's pages is run in these. */
    private static List<String> imagesOfExamples(Path examples) throws IOException {
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(examples)) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }
}
