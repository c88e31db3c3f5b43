package dev.lexlab.check.example;

import dev.lexlab.check.example.Example.Kind;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the examples of labs. A file that nothing runs is a fault: its code would look tested. */
final class ExampleReader {
    private static final String OUTPUT = ".out";

    private final Course course;
    private final Problems problems;

    ExampleReader(Course course, Problems problems) {
        this.course = course;
        this.problems = problems;
    }

    List<Example> read(Path lab) throws IOException {
        List<Example> examples = new ArrayList<>();
        Path folder = lab.resolve("examples");
        for (Path child : Files.isDirectory(folder) ? children(folder) : List.<Path>of()) {
            if (Files.isDirectory(child)) {
                examples.addAll(ofImage(lab.getFileName().toString(), child));
            } else {
                problems.add(
                        Place.of(course.name(child)),
                        "nothing runs this",
                        "put it into a folder that is named for the image it runs in: " + String.join(", ", images()));
            }
        }
        return examples;
    }

    private List<Example> ofImage(String lab, Path folder) throws IOException {
        String image = folder.getFileName().toString();
        List<String> images = images();
        if (!images.contains(image)) {
            String hint = DidYouMean.hint(image, images);
            problems.add(
                    Place.of(course.name(folder)),
                    "there is no image '" + image + "' to run this in",
                    hint.isEmpty() ? "there are " + String.join(", ", images) : hint);
            return List.of();
        }
        List<Example> examples = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path file : children(folder)) {
            Optional<Kind> kind = kind(file);
            if (kind.isPresent()) {
                examples.add(new Example(lab, image, file, course.name(file), kind.get()));
            } else {
                others.add(file);
            }
        }
        for (Path other : others) {
            refuseIdle(other, examples);
        }
        return examples;
    }

    private static Optional<Kind> kind(Path file) {
        return Files.isDirectory(file)
                ? Optional.empty()
                : Stream.of(Kind.values())
                        .filter(kind -> file.getFileName().toString().endsWith(kind.ending()))
                        .findFirst();
    }

    private void refuseIdle(Path file, List<Example> examples) throws IOException {
        String name = file.getFileName().toString();
        if (Files.isDirectory(file)) {
            problems.add(Place.of(course.name(file)), "folders are not copied", "keep the files side by side");
            return;
        }
        for (Example example : examples) {
            String stem = example.fileName()
                    .substring(
                            0,
                            example.fileName().length()
                                    - example.kind().ending().length());
            boolean isOutput = example.kind() == Kind.SQL && name.equals(stem + OUTPUT);
            if (isOutput || Files.readString(example.file()).contains(name)) {
                return;
            }
        }
        problems.add(
                Place.of(course.name(file)),
                "nothing runs this, and no example beside it names it",
                "examples end in .console, .sql, .py or .sh");
    }

    private List<String> images() throws IOException {
        return new ServiceReader(course).names();
    }

    /** Sorted; what begins with a dot belongs to editors. */
    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> {
                        String name = child.getFileName().toString();
                        return !name.startsWith(".") && !name.endsWith("~");
                    })
                    .sorted()
                    .toList();
        }
    }
}
