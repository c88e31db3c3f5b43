package dev.lexlab.check.hostile;

import dev.lexlab.check.TestGrading;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.check.environment.LoosenedServers;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.text.Untrusted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A task whose learner hands in a program, {@code work}, which is run in a sandbox and must say "done". A second check looks
 * whether the first one left anything.
 */
final class Box implements AutoCloseable {
    static final String WORK = "work";
    private static final int USUAL_SECONDS = 60;

    private final Course course = Course.around(Path.of("")).orElseThrow();
    private final Path folder;
    private final Map<Loosened, Servers> servers = new HashMap<>(); // each kind of loosened door is itself alone

    Box(Path folder) {
        this.folder = folder;
    }

    /** Believes nothing but what it sees. */
    static final class Runs {
        @Check("works")
        void works(@Named("box") Machine box) {
            Ran ran = box.run("./" + WORK);
            if (!ran.succeeded() || !ran.out().contains("done")) {
                throw Failure.of("./work does not do its work")
                        .seen(ran.inWords())
                        .next("Run it yourself.");
            }
        }

        @Check("after")
        void after(@Named("box") Machine box) {
            Ran ran = box.run(
                    "sh", "-c", "ls /tmp; cat /tmp/left 2>/dev/null; echo $(($(ls -d /proc/[0-9]* | wc -l) < 9))");
            if (!ran.out().equals("1\n")) {
                throw Failure.of("something was left behind").seen(ran.out()).next("Look at it.");
            }
        }
    }

    /** A program in a language that its first line names. */
    String run(String program) throws Exception {
        return run(Loosened.NOTHING, program);
    }

    String run(Loosened loosened, String program) throws Exception {
        return run(loosened, USUAL_SECONDS, program);
    }

    String run(Loosened loosened, int seconds, String program) throws Exception {
        return graded(
                loosened, Runs.class, seconds, Map.of(WORK, program), TestLab.check("works"), TestLab.check("after"));
    }

    /** What each check came to, and of the first that did not pass all that a learner is told. */
    String graded(Loosened loosened, Class<?> grader, int seconds, Map<String, String> files, CheckDefinition... checks)
            throws Exception {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return gradedBytes(loosened, grader, seconds, bytes, checks);
    }

    String gradedBytes(
            Loosened loosened, Class<?> grader, int seconds, Map<String, byte[]> files, CheckDefinition... checks)
            throws Exception {
        Path work = Files.createTempDirectory(folder, "work");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = work.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return told(TestGrading.grade(servers(loosened), task(grader, seconds, checks), work));
    }

    static TaskDefinition task(Class<?> grader, int seconds, CheckDefinition... checks) {
        List<TaskDefinition.Machine> machines = List.of(
                new TaskDefinition.Machine("box", "ssh-client", Kind.SANDBOX, List.of("lab")),
                new TaskDefinition.Machine("neighbour", "python", Kind.HELPER, List.of("lab")),
                new TaskDefinition.Machine("stranger", "python", Kind.HELPER, List.of("elsewhere")));
        return TestLab.withBases(
                grader.getName(), seconds, List.of(WORK), List.of(), machines, List.of("python"), checks);
    }

    /** One line for each check. */
    static String told(Grade grade) {
        return grade.checks().stream().map(Box::told).collect(Collectors.joining("\n"));
    }

    private static String told(CheckResult check) {
        String words = check.feedback()
                .map(feedback -> ": " + feedback.summary()
                        + feedback.place().map(place -> " at " + place).orElse("")
                        + feedback.seen()
                                .map(Untrusted::value)
                                .map(seen -> "; seen: " + seen)
                                .orElse("")
                        + feedback.next().map(next -> "; next: " + next).orElse(""))
                .orElse("");
        return check.id() + " " + check.verdict() + words;
    }

    Course course() {
        return course;
    }

    /** Kept for whoever comes next. */
    Servers servers(Loosened loosened) {
        return servers.computeIfAbsent(
                loosened, how -> LoosenedServers.of(course, new HashMap<>(System.getenv()), how));
    }

    @Override
    public void close() {
        servers.values().forEach(Servers::close);
    }
}
