package dev.lexlab.check.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.Leftover;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch as it is, on real files and a real server, in a course and a home that are nobody else's. */
class WatchIT {
    /** A learner's folders of the lab, as messages name them. */
    private static final String WORK = "labs/demo/" + "work" + "/";

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
    private static final AtomicInteger ASKED_A = new AtomicInteger();
    private static final AtomicInteger ASKED_B = new AtomicInteger();

    private static final String LAB = """
            concept: postgres
            title: Two answers
            summary: About two files.
            tasks:
              two:
                title: Two
                summary: Give two answers.
                minutes: 5
                difficulty: 1
                points: 2
                files: [{path: a.sql, about: one}, {path: b.sql, about: another}]
                servers: {db: {image: postgres, lease: shared}}
                grader: dev.lexlab.check.watch.WatchIT$Two
                checks:
                  - {id: a-answers, points: 1, says: The first answers}
                  - {id: b-answers, points: 1, says: The second answers}
                hints: [one, two, three]
            """;

    static final class Two {
        @Check("a-answers")
        void a(Submission work, Postgres db) {
            ASKED_A.incrementAndGet();
            ask(work, db, "a.sql");
        }

        @Check("b-answers")
        void b(Submission work, Postgres db) {
            ASKED_B.incrementAndGet();
            ask(work, db, "b.sql");
        }

        private static void ask(Submission work, Postgres db, String file) {
            db.apply(work.file(file));
            Object answer = db.session().query("SELECT n FROM answer").get(0).get("n");
            if (!Integer.valueOf(42).equals(answer)) {
                throw Failure.of(file + " answers " + answer).next("answer 42");
            }
        }
    }

    @TempDir
    Path root;

    private final AtomicInteger made = new AtomicInteger();
    private final TestConsole console = new TestConsole(false);
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private CompletableFuture<ExitCode> watching = new CompletableFuture<>();

    @BeforeEach
    void aCourse() throws IOException {
        environment.put("XDG_STATE_HOME", root.resolve("state").toString());
        ASKED_A.set(0);
        ASKED_B.set(0);
        Path here = Course.around(Path.of("")).orElseThrow().labs().resolve("images/postgres");
        Path images = Files.createDirectories(root.resolve("course/labs/images/postgres"));
        try (Stream<Path> files = Files.list(here)) {
            for (Path file : files.toList()) {
                Files.copy(file, images.resolve(file.getFileName().toString()));
            }
        }
        write("lab.yml", LAB);
        write("guide/two.md", "Give two answers.");
        for (String folder : List.of("starter/two", "work/two")) {
            write(folder + "/a.sql", answer(1));
            write(folder + "/b.sql", answer(1));
        }
    }

    private void watch() throws IOException {
        Course course = new Course(root.resolve("course"));
        Problems problems = new Problems();
        LabDefinition lab = new LabReader(course, problems).readAll().get(0);
        assertThat(problems.sorted()).isEmpty();
        Watched task = new Watched(lab, lab.tasks().get(0), lab.work().resolve("two"), WORK + "two", true);
        Watch watch = new Watch(
                course,
                () -> {
                    made.incrementAndGet();
                    return Servers.inContainers(course, environment, step -> {});
                },
                (number, of) -> {},
                (of, which) -> 0,
                () -> 1,
                console.console(),
                new Notes(course, console.console()::note),
                () -> false);
        PipedInputStream typed = new PipedInputStream(keyboard);
        watching = CompletableFuture.supplyAsync(() -> {
            try {
                return watch.run(List.of(task), task, Optional.of(typed));
            } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    @AfterEach
    void quitAndLookWhatIsLeft() throws Exception {
        type("q");
        assertThat(watching.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.YES);
        try (Engine engine = Engine.connect(environment)) {
            assertThat(engine.inUse()).isEmpty();
            assertThat(engine.swept()).as("left by the watch").isEmpty();
        }
    }

    @Test
    void aSaveIsGradedAndOnlyWhatItCanChangeIsFoundOutAgain() throws Exception {
        watch();
        await("not yet: 0 of 2");
        assertThat(console.said()).contains("First to fix  a.sql answers 1\n");

        write("work/two/a.sql", answer(42));
        await("not yet: 1 of 2");
        await(", 1 of 2 checks run again;");
        assertThat(console.said()).contains("First to fix  b.sql answers 1\n");
        assertThat(List.of(ASKED_A.get(), ASKED_B.get())).containsExactly(2, 1);

        write("work/two/notes.txt", "nobody reads this");
        await("saved; none of the 2 checks looks at what changed, so the verdict stands");
        assertThat(List.of(ASKED_A.get(), ASKED_B.get())).containsExactly(2, 1);

        write("work/two/b.sql", "CREATE TABEL answer (n int);");
        await("work/two/b.sql:1:8");
        write("work/two/b.sql", answer(42));
        await("passed: 2 of 2");
        assertThat(List.of(ASKED_A.get(), ASKED_B.get())).containsExactly(2, 3);
        assertThat(Files.readString(root.resolve("course/.lexlab/results/demo/two/result.json")))
                .contains("\"PASSED\"")
                .doesNotContain("\"FAILED\"");
    }

    @Test
    void aServerThatDiedBetweenTwoSavesIsReplacedBeforeAnybodyNotices() throws Exception {
        watch();
        await("not yet: 0 of 2");
        assertThat(killServers()).isEqualTo(1);

        write("work/two/a.sql", answer(42));
        await("not yet: 1 of 2");
        assertThat(console.said()).doesNotContain("could not");
        assertThat(made).as("nothing was tried on the dead one").hasValue(1);
    }

    @Test
    void whereEvenTheNetworkIsGoneAllIsMadeAnewAndGradedOnceMore() throws Exception {
        watch();
        await("not yet: 0 of 2");
        try (Engine engine = Engine.connect(environment)) {
            engine.giveUp(engine.inUse().get(0).run());
        }

        write("work/two/a.sql", answer(42));
        await("not yet: 1 of 2");
        assertThat(console.said()).doesNotContain("could not");
        assertThat(made).hasValue(2);
    }

    @Test
    void aFolderThatGoesAndComesBackIsWatchedAgain() throws Exception {
        watch();
        await("not yet: 0 of 2");
        Path work = root.resolve("course/labs/demo/work");
        Files.move(work, root.resolve("aside"));
        await("there is no folder " + WORK + "two yet; ./lexlab start demo");

        Files.writeString(root.resolve("aside/two/a.sql"), answer(42));
        Files.move(root.resolve("aside"), work);
        await("not yet: 1 of 2");
    }

    @Test
    void anEngineThatIsNotThereIsToldAndUsedAsSoonAsItIs() throws Exception {
        Path socket = root.resolve("engine.sock");
        String present = environment.getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        assumeThat(present).startsWith("unix://");
        environment.put("DOCKER_HOST", "unix://" + socket);
        watch();
        await("could not grade: ");
        await("(the next save tries again)");

        Files.createSymbolicLink(socket, Path.of(present.substring("unix://".length())));
        write("work/two/a.sql", answer(42));
        await("not yet: 1 of 2");
    }

    private int killServers() throws Exception {
        int killed = 0;
        try (Engine engine = Engine.connect(environment)) {
            for (Leftover leftover : engine.inUse()) {
                Optional<RunningContainer> container = leftover.kind() == Leftover.Kind.CONTAINER
                        ? engine.kept(leftover.id(), leftover.name())
                        : Optional.empty();
                container.ifPresent(RunningContainer::close);
                killed += container.isPresent() ? 1 : 0;
            }
        }
        return killed;
    }

    private static String answer(int n) {
        return "CREATE TABLE answer AS SELECT " + n + " AS n;\n";
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve("course/labs/demo").resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(UTF_8));
        keyboard.flush();
    }

    private void await(String said) {
        await(() -> console.said().contains(said), said);
    }

    private void await(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(watching)
                    .as("the watch itself; said: " + console.said() + console.noted())
                    .isNotDone();
            assertThat(System.nanoTime())
                    .as("waited for '" + what + "'; said: " + console.said() + console.noted())
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
