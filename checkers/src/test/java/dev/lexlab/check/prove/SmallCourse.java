package dev.lexlab.check.prove;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Submission;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A course with one task that needs no server: two checks, and all that proves them. Authors' mistakes are made in it. */
final class SmallCourse {
    static final String LAB = "labs/greet/lab.yml";
    static final String GUIDE = "labs/greet/guide/hello.md";
    static final String FIXTURES = "checkers/src/test/submissions/greet/hello/";

    final Path root;

    SmallCourse(Path root) throws IOException {
        this.root = root;
        write(LAB, """
                concept: greeting
                title: Greetings
                summary: Say hello.
                tasks:
                  hello:
                    title: Hello
                    summary: Greet somebody by name.
                    minutes: 5
                    difficulty: 1
                    points: 3
                    terms: [greeting]
                    files:
                      - {path: hello.txt, about: the greeting}
                    grader: %s
                    checks:
                      - {id: greets, points: 1, says: It greets}
                      - {id: names, points: 2, says: It names somebody, after: greets}
                    hints: [a nudge, a pointer, nearly all of it]
                    diagnoses:
                      shouts: {says: It shouts., next: Take the exclamation mark away., term: greeting}
                """.formatted(Grader.class.getName()));
        write(GUIDE, """
                Write a greeting into `hello.txt`.

                | check | looks at |
                |---|---|
                | `greets` | the first word |
                | `names` | the second word |
                """);
        write("labs/greet/starter/hello/hello.txt", "Good bye\n");
        write(FIXTURES + "starter.expect.yml", "checks:\n  greets: FAILED\n  names: BLOCKED\n");
        write(FIXTURES + "solution/hello.txt", "Hello Ada\n");
        write(FIXTURES + "alternative-other-name/hello.txt", "Hello Grace\n");
        wrong("no-name", "Hello\n", "checks:\n  greets: PASSED\n  names: FAILED\n");
        wrong("other-word", "Bonjour Ada\n", "checks:\n  greets: FAILED\n  names: BLOCKED\n");
        wrong("shouts", "Hello!\n", "checks:\n  greets: FAILED\n  names: BLOCKED\ndiagnosis: shouts\n");
    }

    static final class Grader {
        @Check("greets")
        void greets(Submission work) {
            String first = words(work)[0];
            if (first.endsWith("!")) {
                throw Failure.of("it shouts").diagnose("shouts");
            }
            if (!first.equals("Hello")) {
                throw Failure.of("it does not greet").seen(first).next("say Hello");
            }
        }

        @Check("names")
        void names(Submission work) {
            if (words(work).length < 2) {
                throw Failure.of("nobody is named").next("name somebody");
            }
        }

        private static String[] words(Submission work) {
            return work.file("hello.txt").text().strip().split(" ");
        }
    }

    void wrong(String idea, String greeting, String expected) throws IOException {
        write(FIXTURES + "wrong-" + idea + "/hello.txt", greeting);
        write(FIXTURES + "wrong-" + idea + "/expect.yml", expected);
    }

    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    void replace(String file, String what, String by) throws IOException {
        String text = Files.readString(root.resolve(file));
        if (!text.contains(what)) {
            throw new IllegalArgumentException(file + " has no '" + what + "'");
        }
        write(file, text.replace(what, by));
    }

    Course course() {
        return new Course(root);
    }

    List<Case> cases() throws ProblemsFound, IOException {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course(), problems).readAll();
        problems.throwIfAny();
        return Cases.of(course(), labs, any -> true, none -> false);
    }

    /** What an author is told, as they would read it. */
    List<String> complaints() throws IOException {
        try {
            cases();
            return List.of();
        } catch (ProblemsFound e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
