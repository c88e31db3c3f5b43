package dev.lexlab.check.mutate;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.check.prove.Case;
import dev.lexlab.check.prove.Cases;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A course with one task whose graders only read files: one that sees everything, and one that is half blind. */
public final class BreakableCourse {
    static final String LAB = "labs/greet/lab.yml";
    public static final String FIXTURES = "checkers/src/test/submissions/greet/hello/";
    /** Which checks ran, in their order. */
    static final ConcurrentLinkedQueue<String> RAN = new ConcurrentLinkedQueue<>();

    /** How many more times the shaky grader is to fail. */
    static final AtomicInteger FAULTS = new AtomicInteger();

    private final Path root;

    public BreakableCourse(Path root) throws IOException {
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
                      - {path: hello.sh, about: the greeting}
                    grader: %s
                    checks:
                      - {id: greets, points: 1, says: It greets}
                      - {id: names, points: 1, says: It names somebody}
                      - {id: loud, points: 1, says: It is heard}
                    hints: [a nudge, a pointer, nearly all of it]
                """.formatted(Seeing.class.getName()));
        write("labs/greet/guide/hello.md", """
                Write a greeting into `hello.sh`.

                | check | looks at |
                |---|---|
                | `greets` | the first word |
                | `names` | the second word |
                | `loud` | the third word |
                """);
        write("labs/greet/starter/hello/hello.sh", "# nothing yet\n");
        write(FIXTURES + "starter.expect.yml", "checks: {greets: FAILED, names: FAILED, loud: FAILED}\n");
        write(FIXTURES + "solution/hello.sh", "# greet Ida\ngreet Ada loud\n");
        write(FIXTURES + "alternative-other-name/hello.sh", "greet Eva loud\n");
        wrong("no-name", "greet\n", "checks: {greets: PASSED, names: FAILED, loud: FAILED}\n");
        wrong("other-word", "part Ada loud\n", "checks: {greets: FAILED, names: PASSED, loud: PASSED}\n");
        wrong("softly", "greet Ada softly\n", "checks: {greets: PASSED, names: PASSED, loud: FAILED}\n");
    }

    /** From now on the task has a machine, and cannot be graded without an engine. */
    void addMachine() throws IOException {
        write("labs/images/shell/Dockerfile", "FROM debian:trixie-slim\n");
        write("labs/images/shell/service.yml", "about: a shell\ntmpfs: {/work: 16}\n");
        replace(LAB, "grader:", "sandboxes: {dev: {image: shell}}\n    grader:");
    }

    /** Notices whatever is changed. */
    static final class Seeing {
        @Check("greets")
        void greets(Submission work) {
            RAN.add("greets");
            demand(work, "greet", 0);
        }

        @Check("names")
        void names(Submission work) {
            RAN.add("names");
            demand(work, "Ada|Eva", 1);
        }

        @Check("loud")
        void loud(Submission work) {
            RAN.add("loud");
            demand(work, "loud", 2);
        }
    }

    /** Breaks down itself, as often as it is to. */
    static final class Shaky {
        @Check("greets")
        void greets(Submission work) {
            if (FAULTS.getAndDecrement() > 0) {
                throw new IllegalStateException("a grader's own fault");
            }
            demand(work, "greet", 0);
        }

        @Check("names")
        void names(Submission work) {
            demand(work, "Ada|Eva", 1);
        }

        @Check("loud")
        void loud(Submission work) {
            demand(work, "loud", 2);
        }
    }

    /** Does not look at the name. */
    static final class Blind {
        @Check("greets")
        void greets(Submission work) {
            demand(work, "greet", 0);
        }

        @Check("names")
        void names(Submission work) {
            if (words(work).length < 2) {
                throw Failure.of("nobody is named");
            }
        }

        @Check("loud")
        void loud(Submission work) {
            demand(work, "loud", 2);
        }
    }

    private static void demand(Submission work, String word, int at) {
        String[] words = words(work);
        if (words.length <= at || !words[at].matches(word)) {
            throw Failure.of("it does not say " + word);
        }
    }

    private static String[] words(Submission work) {
        SubmittedFile file = work.file("hello.sh");
        String code = file.text().replaceAll("(?m)^#.*$", "").strip();
        if (code.equals(":")) {
            throw Invalid.at(file.at(1, 0), "there is no command");
        }
        return code.split(" ");
    }

    /** From now on nobody looks at the name. */
    public void blind() throws IOException {
        replace(LAB, Seeing.class.getName(), Blind.class.getName());
    }

    /** From now on the grader fails itself so many times. */
    void shake(int faults) throws IOException {
        replace(LAB, Seeing.class.getName(), Shaky.class.getName());
        FAULTS.set(faults);
    }

    private void wrong(String idea, String greeting, String expected) throws IOException {
        write(FIXTURES + "wrong-" + idea + "/hello.sh", greeting);
        write(FIXTURES + "wrong-" + idea + "/expect.yml", expected);
    }

    public void write(String file, String text) throws IOException {
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

    List<Case> cases() throws IOException, ProblemsFound {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course(), problems).readAll();
        problems.throwIfAny();
        return Cases.of(course(), labs, any -> true, none -> false);
    }
}
