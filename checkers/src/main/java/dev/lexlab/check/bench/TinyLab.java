package dev.lexlab.check.bench;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A lab whose checks do as little as a check can, so that what is left is the price of checking. */
final class TinyLab {
    static final String ID = "tiny";
    /** One check, which is empty. */
    static final String EMPTY = "empty";
    /** The same {@value #CHECKS} times. */
    static final String EMPTIES = "empties";
    /** One check, which asks a database of its own for a number. */
    static final String ASKS = "asks";

    static final int CHECKS = 21;
    static final String FILE = "answer.txt";

    private static final String BEGINNING = """
            concept: postgres
            title: Next to nothing
            summary: Checks that cost what checking costs.
            tasks:
            """;
    private static final String WORK = "labs/" + ID + "/work";

    private TinyLab() {}

    /** Writes it, with its graders in Java, and something to grade for each task. */
    static LabDefinition writeInto(TemporaryCourse course) throws IOException, ProblemsFound {
        course.write(
                "labs/" + ID + "/lab.yml",
                BEGINNING
                        + task(EMPTY, "Empty", 1, "{}")
                        + task(EMPTIES, "Empties", CHECKS, "{}")
                        + task(ASKS, "Asks", 1, "{db: {image: " + Surroundings.IMAGE + ", lease: shared}}"));
        grader(course, "Empty", checks(1, "Submission work", ""));
        grader(course, "Empties", checks(CHECKS, "Submission work", ""));
        grader(course, "Asks", checks(1, "Postgres db", "db.session().query(\"SELECT 1\");"));
        for (String task : new String[] {EMPTY, EMPTIES, ASKS}) {
            course.write("labs/" + ID + "/guide/" + task + ".md", "Do nothing.");
            course.write("labs/" + ID + "/starter/" + task + "/" + FILE, "none\n");
            course.write(WORK + "/" + task + "/" + FILE, "some\n");
        }
        return course.read(ID);
    }

    private static String task(String id, String grader, int checks, String servers) {
        // Where the text ends says where its lines begin: two blanks further right.
        return """
              %s:
                title: Next to nothing
                summary: Do nothing.
                minutes: 1
                difficulty: 1
                points: %d
                files: [{path: %s, about: anything}]
                servers: %s
                grader: bench.%s
                hints: [one, two, three]
                checks:
            """.formatted(id, checks, FILE, servers, grader) + named(checks);
    }

    private static String named(int checks) {
        return IntStream.rangeClosed(1, checks)
                .mapToObj(number -> "      - {id: is-so-%1$d, points: 1, says: It is so %1$d}\n".formatted(number))
                .collect(Collectors.joining());
    }

    private static String checks(int number, String wanted, String body) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(check -> """
                        @Check("is-so-%1$d")
                        void isSo%1$d(%2$s) {
                            %3$s
                        }
                        """.formatted(check, wanted, body))
                .collect(Collectors.joining("\n"));
    }

    private static void grader(TemporaryCourse course, String name, String checks) throws IOException {
        course.write("checkers/src/main/java/bench/" + name + ".java", """
                package bench;

                import dev.lexlab.check.author.Check;
                import dev.lexlab.check.author.Postgres;
                import dev.lexlab.check.author.Submission;

                final class %s {
                %s}
                """.formatted(name, checks.indent(4)));
    }

    static TaskDefinition task(LabDefinition lab, String id) {
        return lab.task(id).orElseThrow();
    }
}
