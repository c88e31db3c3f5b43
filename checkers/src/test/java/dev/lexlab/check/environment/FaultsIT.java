package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import dev.lexlab.check.TestGrading;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/**
 * Faults of servers, of the engine and of this machine, made while somebody's work is graded: each check that meets one is an
 * ERROR, nobody is blamed, and what mends it is told.
 */
@SuppressWarnings("DoNotCallSuggester") // nobody but the engine calls a check
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final Course COURSE = Course.around(Path.of("")).orElseThrow();
    private static final String NEW_SERVER = "check again: it gets a new server";
    private static final String NEW_MACHINE = "check again: it gets a new one";
    private static final String DOCTOR = "./lexlab doctor";
    private static final String BOX = "box";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    /** The one under way; checks are static, and one runs at a time. */
    private static @Nullable Bench bench;

    private final List<String> told = new ArrayList<>();
    private URI real = URI.create("unix:/");

    private Path folder = Path.of("");

    /**
     * One of the faults.
     *
     * @param when it is made
     * @param says a part of what is told
     * @param next the beginning of what mends it
     */
    private record Injection(When when, String name, TaskDefinition task, Fault fault, String says, String next) {}

    private enum When {
        BEFORE_THE_ENGINE_IS_FOUND,
        BEFORE_THE_GRADING,
        DURING_THE_CHECK
    }

    @FunctionalInterface
    private interface Fault {
        void happen(Bench on) throws Exception;
    }

    /** What an injection can break. */
    private record Bench(Fault fault, FaultyEngine engine, Path images, Supplier<EngineStarter> starters) {

        private DockerClient client() {
            return DockerClientFactory.instance().client();
        }

        /** The only one that the grading has. */
        private String container() {
            return container(Map.of());
        }

        private String link() {
            return container(Map.of("lexlab.kind", "link"));
        }

        private String container(Map<String, String> more) {
            String run = starters.get().engine().run();
            Map<String, String> labels = new HashMap<>(more);
            labels.put("lexlab.run", run);
            List<Container> all =
                    client().listContainersCmd().withLabelFilter(labels).exec();
            assertThat(all).hasSize(1);
            return all.get(0).getId();
        }

        void kill() {
            client().killContainerCmd(container()).exec();
        }

        void remove() {
            client().removeContainerCmd(container()).withForce(true).exec();
        }

        void pause() {
            client().pauseContainerCmd(container()).exec();
        }

        void killLink() {
            client().killContainerCmd(link()).exec();
        }

        void removeLink() {
            client().removeContainerCmd(link()).withForce(true).exec();
        }

        void pauseLink() {
            client().pauseContainerCmd(link()).exec();
        }

        String run(String script) throws Exception {
            RunningContainer inside =
                    starters.get().engine().kept(container(), "it").orElseThrow();
            return inside.exec(PATIENCE, "sh", "-c", script).out().value();
        }

        /** As if its recipe had changed since it was built. */
        void changes(String image) throws IOException {
            Files.writeString(
                    images.resolve(image).resolve("Dockerfile"), "# another one\n", StandardOpenOption.APPEND);
        }

        void fill(String folder) throws Exception {
            run("dd if=/dev/zero of=" + folder + "/fill bs=1M; true");
        }
    }

    static void happens() {
        Bench here = Objects.requireNonNull(bench);
        try {
            here.fault.happen(here);
        } catch (Exception e) {
            throw new IllegalStateException("the fault could not be made", e);
        }
    }

    static final class Queries {
        @Check("during")
        void during(Postgres db) {
            Pending sleep = db.session().start("SELECT pg_sleep(60)");
            happens();
            sleep.outcome();
        }

        @Check("blames")
        void blames() {
            throw Failure.of("nothing was stored");
        }
    }

    static final class Query {
        @Check("during")
        void during(Postgres db) {
            new Queries().during(db);
        }
    }

    static final class Writes {
        @Check("during")
        void during(Postgres db) {
            happens();
            String rows = "CREATE TABLE large AS SELECT repeat('x', 1000) AS x FROM generate_series(1, 600000)";
            throw Failure.of("rows were not stored").seen(db.session().attempt(rows));
        }
    }

    static final class Remembers {
        @Check("during")
        void during(Postgres db) {
            throw Failure.of("the answer is not right")
                    .seen(db.session().attempt("SELECT length(repeat('x', 990000000))"));
        }
    }

    static final class Publishes {
        @Check("during")
        void during(RabbitMq broker) {
            happens();
            throw Failure.of("no message came");
        }
    }

    static final class Asks {
        @Check("during")
        void during(Service relay) {
            happens();
            relay.run("true");
        }
    }

    static final class Commands {
        @Check("during")
        void during(@Named(BOX) Machine box) {
            happens();
            box.run("true");
        }
    }

    static final class Waits {
        @Check("during")
        void during(@Named(BOX) Machine box) {
            box.start(Command.of("sleep", "60"));
            happens();
            throw Failure.of("your program has ended");
        }
    }

    static final class Cuts {
        @Check("during")
        void during(@Named(BOX) Machine box, Link wire) {
            wire.cut();
            happens();
            throw Failure.of("your program does not come back");
        }
    }

    static final class Mends {
        @Check("during")
        void during(@Named(BOX) Machine box, Link wire) {
            happens();
            wire.mend();
        }
    }

    static final class Freezes {
        @Check("during")
        void during(@Named(BOX) Machine box, Link wire) {
            box.outage().pause();
            happens();
            throw Failure.of("your program does not answer");
        }
    }

    static final class Puts {
        @Check("during")
        void during(@Named(BOX) Machine box) {
            happens();
            box.write("/home/learner/page", "something to look at");
        }
    }

    static final class Builds {
        @Check("during")
        void during(Submission work, Engine engine) {
            engine.build(work, Map.of());
        }
    }

    static final class Swells {
        @Check("during")
        void during() {
            long[][] all = new long[Short.MAX_VALUE][];
            for (int each = 0; each < all.length; each++) {
                all[each] = new long[Integer.MAX_VALUE - 8];
            }
            throw Failure.of("there is memory without end: " + all.length);
        }
    }

    private static Stream<Injection> injections() {
        return Stream.of(
                        killedServers(),
                        brokenServers(),
                        brokenLinks(),
                        fullDisks(),
                        brokenEngines(),
                        missingAndTaken(),
                        outOfMemory())
                .flatMap(List::stream);
    }

    private static List<Injection> killedServers() {
        return List.of(
                new Injection(
                        When.DURING_THE_CHECK,
                        "a database server is killed",
                        postgres(Queries.class, "during", "blames"),
                        Bench::kill,
                        "server 'postgres' failed: it ended with exit code 137",
                        NEW_SERVER),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a database server is removed",
                        postgres(Queries.class, "during", "blames"),
                        Bench::remove,
                        "server 'postgres' failed: its container is gone",
                        NEW_SERVER),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a broker is killed",
                        broker(Publishes.class),
                        Bench::kill,
                        "server 'rabbitmq' failed: it ended with exit code 137",
                        NEW_SERVER),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a server of the author's is killed",
                        service(Asks.class),
                        Bench::kill,
                        "server 'relay' failed: it ended with exit code 137",
                        NEW_SERVER),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a helper is killed",
                        machine(Commands.class, Kind.HELPER),
                        Bench::kill,
                        "machine 'box' is gone: it ended with exit code 137",
                        NEW_MACHINE),
                new Injection(
                        When.DURING_THE_CHECK,
                        "the learner's machine is killed from outside",
                        machine(Waits.class, Kind.SANDBOX),
                        Bench::kill,
                        "machine 'box' is gone: it ended with exit code 137",
                        NEW_MACHINE));
    }

    private static List<Injection> brokenServers() {
        return List.of(
                new Injection(
                        When.DURING_THE_CHECK,
                        "a database server crashes",
                        postgres(Query.class),
                        on -> on.run("kill -KILL $(psql -qAtX -h 127.0.0.1 -U grader -d postgres -c"
                                + " \"SELECT pid FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'\")"),
                        "server 'postgres' failed: it ended with exit code 1",
                        NEW_SERVER),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a database server hangs",
                        postgres(Query.class),
                        Bench::pause,
                        "server 'postgres' failed: it runs, and does not answer",
                        NEW_SERVER));
    }

    private static List<Injection> brokenLinks() {
        return List.of(
                new Injection(
                        When.DURING_THE_CHECK,
                        "a link that was cut is killed",
                        link(Cuts.class),
                        Bench::killLink,
                        "link 'wire' failed: it ended with exit code 137",
                        NEW_MACHINE),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a link is removed before it is mended",
                        link(Mends.class),
                        Bench::removeLink,
                        "link 'wire' failed: its container is gone",
                        NEW_MACHINE),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a link hangs",
                        link(Cuts.class),
                        Bench::pauseLink,
                        "link 'wire' failed: it is paused",
                        NEW_MACHINE),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a link is killed beside a machine that was paused on purpose",
                        link(Freezes.class),
                        Bench::killLink,
                        "link 'wire' failed: it ended with exit code 137",
                        NEW_MACHINE));
    }

    private static List<Injection> fullDisks() {
        return List.of(
                new Injection(
                        When.DURING_THE_CHECK,
                        "a database server's disk is full",
                        postgres(Writes.class),
                        on -> on.fill("/srv/lexlab"),
                        "No space left on device",
                        NEW_SERVER + " with an empty disk"),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a broker's disk is full",
                        broker(Publishes.class),
                        on -> {
                            on.fill("/srv/lexlab");
                            eventually(() -> !on.run("rabbitmqctl list_queues 2>&1; rabbitmq-diagnostics alarms")
                                    .contains("no alarms"));
                        },
                        "an alarm of its disk",
                        NEW_SERVER),
                new Injection(
                        When.DURING_THE_CHECK,
                        "a machine's disk is full when we put a file on it",
                        machine(Puts.class, Kind.HELPER),
                        on -> on.fill("/home/learner"),
                        "No space left on device",
                        NEW_SERVER),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the engine's disk is full",
                        builds(Builds.class),
                        on -> on.engine.answers(
                                "POST .*/build",
                                "200 OK",
                                "{\"errorDetail\":{\"message\":\"write /app/server.py: no space left on device\"},"
                                        + "\"error\":\"write /app/server.py: no space left on device\"}"),
                        "no space left on device",
                        "free some disk space"));
    }

    private static List<Injection> brokenEngines() {
        return List.of(
                new Injection(
                        When.BEFORE_THE_ENGINE_IS_FOUND,
                        "there is no engine",
                        postgres(Query.class),
                        on -> on.engine.stops(),
                        "no engine answers there",
                        "unset DOCKER_HOST"),
                new Injection(
                        When.BEFORE_THE_ENGINE_IS_FOUND,
                        "the engine hangs from the beginning",
                        postgres(Query.class),
                        on -> on.engine.hangs(),
                        "nothing answers there within 3 s",
                        "unset DOCKER_HOST"),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the engine stops while a server is started",
                        postgres(Query.class),
                        on -> on.engine.stopsAt("POST .*/containers/create"),
                        "the container engine does not answer",
                        DOCTOR),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the engine hangs while a machine is started",
                        machine(Commands.class, Kind.HELPER),
                        on -> on.engine.hangsAt("POST .*/containers/create"),
                        "the container engine does not answer",
                        DOCTOR),
                new Injection(
                        When.DURING_THE_CHECK,
                        "the engine stops before a command",
                        machine(Commands.class, Kind.SANDBOX),
                        on -> on.engine.stops(),
                        "the container engine does not answer",
                        DOCTOR),
                new Injection(
                        When.DURING_THE_CHECK,
                        "the engine stops before somebody is blamed",
                        machine(Waits.class, Kind.SANDBOX),
                        on -> on.engine.stops(),
                        "the container engine does not answer",
                        DOCTOR),
                new Injection(
                        When.DURING_THE_CHECK,
                        "the engine hangs during a command",
                        machine(Commands.class, Kind.SANDBOX),
                        on -> on.engine.hangs(),
                        "the container engine does not answer",
                        DOCTOR),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the engine hangs during a build",
                        builds(Builds.class),
                        on -> on.engine.hangsAt("POST .*/build"),
                        "the container engine does not answer",
                        DOCTOR));
    }

    private static List<Injection> missingAndTaken() {
        return List.of(
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the image of a server is missing",
                        postgres(Query.class),
                        on -> on.changes("postgres"),
                        "the image of 'postgres' is not built yet",
                        "./lexlab setup demo"),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the image of a machine is missing",
                        machine(Commands.class, Kind.HELPER),
                        on -> on.changes("ssh-client"),
                        "the image of 'ssh-client' is not built yet",
                        "./lexlab setup demo"),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the image that a Dockerfile begins with is missing",
                        builds(Builds.class),
                        on -> on.changes("python"),
                        "the image of 'python' is not built yet",
                        "./lexlab setup demo"),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "a port is taken",
                        postgres(Query.class),
                        on -> on.engine.answers(
                                "POST .*/containers/[0-9a-f]+/start",
                                "500 Internal Server Error",
                                "{\"message\":\"driver failed programming external connectivity on endpoint postgres:"
                                        + " Bind for 127.0.0.1:32768 failed: port is already allocated\"}"),
                        "port is already allocated",
                        "check again: another port"));
    }

    private static List<Injection> outOfMemory() {
        return List.of(
                new Injection(
                        When.DURING_THE_CHECK,
                        "a database server's memory is used up",
                        // Using it up takes a busy machine some seconds; the end of the check is not what is tried
                        // here.
                        task(Remembers.class, 60, List.of(shared("db", "postgres")), List.of(), List.of(), "during"),
                        on -> {},
                        "more than 768 MB of memory",
                        NEW_SERVER),
                new Injection(
                        When.BEFORE_THE_GRADING,
                        "the engine has no memory for a container",
                        machine(Commands.class, Kind.HELPER),
                        on -> on.engine.answers(
                                "POST .*/containers/[0-9a-f]+/start",
                                "500 Internal Server Error",
                                "{\"message\":\"failed to create task for container: OCI runtime create failed: fork/exec:"
                                        + " cannot allocate memory\"}"),
                        "cannot allocate memory",
                        "end other programs"),
                new Injection(
                        When.DURING_THE_CHECK,
                        "the grader's memory is used up",
                        task(Swells.class, 30, List.of(), List.of(), List.of(), "during"),
                        on -> {},
                        "this program ran out of memory",
                        "end other programs, or allow it more: JAVA_TOOL_OPTIONS=-Xmx2g ./lexlab check demo/first"));
    }

    @BeforeAll
    void findTheEngine(@TempDir Path work) throws Exception {
        folder = work;
        try (dev.lexlab.check.engine.Engine engine = dev.lexlab.check.engine.Engine.connect(System.getenv())) {
            real = URI.create(engine.address());
        }
        Files.writeString(folder.resolve(TestLab.FILE), "");
        Files.writeString(folder.resolve("Dockerfile"), "FROM lexlab/python\nCMD [\"true\"]\n");
        Files.writeString(folder.resolve("run.yml"), "services:\n  app:\n    build: .\n");
    }

    @AfterAll
    void tell() {
        told.forEach(System.out::println);
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsBlamedAndEachIsToldWithWhatMendsIt() {
        List<Injection> all = injections().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(20);
        return all.stream().map(injection -> dynamicTest(injection.name, () -> inject(injection)));
    }

    private void inject(Injection injection) throws Exception {
        Path place = Files.createTempDirectory("lexlab");
        try (FaultyEngine engine = new FaultyEngine(real, place)) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("DOCKER_HOST", engine.address());
            Course course = new Course(place);
            Path images = place.resolve("labs/images");
            Trees.copy(COURSE.labs().resolve("images"), images, inside -> true);
            AtomicReference<EngineStarter> starters = new AtomicReference<>();
            Bench here = new Bench(injection.fault, engine, images, starters::get);
            bench = here;
            if (injection.when == When.BEFORE_THE_ENGINE_IS_FOUND) {
                injection.fault.happen(here);
            }
            EngineStarter starter = new EngineStarter(course, environment, true, step -> {});
            starters.set(starter);
            if (injection.when == When.BEFORE_THE_GRADING) {
                dev.lexlab.check.engine.Engine unused = starter.engine(); // it was there
                injection.fault.happen(here);
            }
            Grade grade;
            try (Servers servers = new Servers(starter, step -> {})) {
                grade = TestGrading.grade(servers, injection.task, folder);
            }
            judge(injection, grade);
        } finally {
            bench = null;
            Trees.delete(place);
        }
    }

    private void judge(Injection injection, Grade grade) {
        for (CheckResult check : grade.checks()) {
            Feedback feedback = check.feedback().orElseThrow();
            told.add(check.verdict() + "  " + injection.name + "\n    " + feedback.summary() + "\n    next: "
                    + feedback.next().orElse(""));
        }
        assertThat(grade.checks()).extracting(CheckResult::verdict).containsOnly(Verdict.ERROR);
        assertThat(grade.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        // A place and what was seen belong to somebody's work.
        Feedback first = grade.checks().get(0).feedback().orElseThrow();
        assertThat(first.summary()).contains(injection.says);
        assertThat(first.next().orElse("")).startsWith(injection.next);
    }

    private static void eventually(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("within " + PATIENCE).isLessThan(deadline);
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static TaskDefinition postgres(Class<?> grader, String... checks) {
        return task(grader, 5, List.of(shared("db", "postgres")), List.of(), List.of(), orDuring(checks));
    }

    private static TaskDefinition broker(Class<?> grader) {
        return task(grader, 60, List.of(shared("broker", "rabbitmq")), List.of(), List.of(), "during");
    }

    private static TaskDefinition service(Class<?> grader) {
        return task(grader, 5, List.of(shared("relay", "relay")), List.of(), List.of(), "during");
    }

    private static TaskDefinition machine(Class<?> grader, Kind kind) {
        var box = new TaskDefinition.Machine(BOX, "ssh-client", kind, List.of("lab"));
        return task(grader, 5, List.of(), List.of(box), List.of(), "during");
    }

    private static TaskDefinition link(Class<?> grader) {
        var box = new TaskDefinition.Machine(BOX, "ssh-client", Kind.SANDBOX, List.of("lab"));
        return TestLab.withLinks(
                grader.getName(),
                30,
                List.of(shared("relay", "relay")),
                List.of(box),
                List.of(new TaskDefinition.Link("wire", "relay", List.of("lab"))),
                TestLab.check("during"));
    }

    private static TaskDefinition builds(Class<?> grader) {
        return task(grader, 5, List.of(), List.of(), List.of("python"), "during");
    }

    private static String[] orDuring(String... checks) {
        return checks.length == 0 ? new String[] {"during"} : checks;
    }

    private static TaskDefinition.Server shared(String name, String image) {
        return new TaskDefinition.Server(name, image, Lease.SHARED, List.of("lab"));
    }

    private static TaskDefinition task(
            Class<?> grader,
            int seconds,
            List<TaskDefinition.Server> servers,
            List<TaskDefinition.Machine> machines,
            List<String> bases,
            String... checks) {
        return TestLab.withBases(
                grader.getName(),
                seconds,
                List.of(TestLab.FILE, "Dockerfile", "run.yml"),
                servers,
                machines,
                bases,
                Stream.of(checks).map(TestLab::check).toArray(CheckDefinition[]::new));
    }
}
