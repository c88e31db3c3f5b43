package dev.lexlab.check.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.check.TestConsole;
import dev.lexlab.lab.console.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A course with one lab of two tasks, whose checks look at files alone but for the last one. */
final class DemoCourse {
    private static final String LAB = """
            concept: postgres
            title: A small lab
            summary: About files.
            tasks:
              first:
                title: First
                summary: Do it.
                minutes: 10
                difficulty: 1
                points: 3
                files: [{path: a.txt, about: a word}]
                grader: dev.lexlab.check.cli.DemoGraders$First
                checks:
                  - {id: says-yes, points: 1, says: The file says yes}
                  - {id: ends, points: 2, says: The file ends, after: says-yes}
                hints: [one, two, three]
              second:
                title: Second
                summary: Do it, too.
                minutes: 20
                difficulty: 2
                points: 1
                files: [{path: b.sql, about: a statement}]
                servers: {db: {image: postgres, lease: shared}}
                grader: dev.lexlab.check.cli.DemoGraders$Second
                checks:
                  - {id: runs, points: 1, says: It runs}
                hints: [one, two, three]
            """;

    final Path root;
    final Map<String, String> environment = new HashMap<>();
    boolean isEnding;
    String typed = "";
    private TestConsole console = new TestConsole(false);

    DemoCourse(Path root) throws IOException {
        this.root = root;
        addLab("demo", LAB);
        Files.createDirectories(root.resolve("labs/images/postgres"));
    }

    /** The same again, said to be harder. */
    void addHarderLab(String id) throws IOException {
        addLab(id, LAB.replace("difficulty: 1", "difficulty: 4").replace("difficulty: 2", "difficulty: 5"));
    }

    private void addLab(String id, String definition) throws IOException {
        write("labs/" + id + "/lab.yml", definition);
        write("labs/" + id + "/guide/first.md", "Do it.");
        write("labs/" + id + "/guide/second.md", "Do it.");
        write("labs/" + id + "/starter/first/a.txt", "no\n");
        write("labs/" + id + "/starter/second/b.sql", "SELECT 1;\n");
    }

    /** Somebody sits at a terminal, and types this. */
    void answers(String line) {
        environment.put("LEXLAB_TTY", "0 1 2");
        typed = line + "\n";
    }

    Answer lexlab(String... arguments) {
        console = new TestConsole(false);
        return Main.run(
                new Context(
                        console.console(),
                        environment,
                        root,
                        Optional.empty(),
                        () -> isEnding,
                        new ByteArrayInputStream(typed.getBytes(UTF_8))),
                arguments);
    }

    String said() {
        return console.said().replace(System.lineSeparator(), "\n");
    }

    String noted() {
        return console.noted().replace(System.lineSeparator(), "\n");
    }

    void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    String read(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }
}
