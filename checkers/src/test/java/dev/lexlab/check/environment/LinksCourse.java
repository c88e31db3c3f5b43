package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.environment.Environment.State;
import dev.lexlab.check.machine.MachineCommands;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.TaskDefinition.Server;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A course of tests whose server sends back what it hears, and a client that says what becomes of its connection. */
final class LinksCourse implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Wanted DESK = new Wanted(Machine.class, "desk");
    static final Wanted WIRE = new Wanted(Link.class, "wire");
    static final Wanted ECHO = new Wanted(Service.class, "echo");
    static final List<String> LAB = List.of("lab");

    private static final Path OURS = Path.of("../labs/images");

    /** Connects, says what it gets, and writes what comes through a pipe. */
    private static final String TALK = """
            import os, socket, sys, threading
            def say(*words):
                print(*words, flush=True)
            def listen(line):
                try:
                    while heard := line.recv(65536):
                        say("got", len(heard), heard[:40].decode().strip())
                    say("end")
                except OSError as e:
                    say("broken", type(e).__name__)
                os._exit(0)
            host, port, pipe = sys.argv[1:]
            os.mkfifo(pipe)
            try:
                line = socket.create_connection((host, int(port)))
            except OSError as e:
                say("refused", type(e).__name__)
                os._exit(0)
            say("connected")
            threading.Thread(target=listen, args=(line,)).start()
            while True:
                for words in open(pipe):
                    line.sendall(words.encode())
                    say("wrote", len(words))
            """;

    private final Path root;
    private final EngineStarter starter;
    private final Servers servers;

    private LinksCourse(Path root) {
        this.root = root;
        this.starter = new EngineStarter(new Course(root), System.getenv(), true, step -> {});
        this.servers = new Servers(starter, step -> {});
    }

    /** With these images of ours beside the server; what is not built yet is built. */
    static LinksCourse in(Path folder, String... images) throws IOException {
        Trees.copy(Path.of("src/test/courses/links"), folder, inside -> true);
        for (String image : images) {
            Trees.copy(OURS.resolve(image), folder.resolve("labs/images").resolve(image), inside -> true);
        }
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine").resolve(TestLab.FILE), "a file\n");
        TestConsole console = new TestConsole(false);
        assertThat(new MachineCommands(new Course(folder), console.console(), System.getenv())
                        .setup(Optional.empty(), true))
                .as(console.noted())
                .isEqualTo(ExitCode.YES);
        return new LinksCourse(folder);
    }

    /** The value of the label {@code lexlab.run}. */
    String run() {
        return starter.engine().run();
    }

    RunningContainer inside(String container) {
        return starter.engine().kept(container, "it").orElseThrow();
    }

    Servers servers() {
        return servers;
    }

    Environment environment(TaskDefinition task) {
        return servers.environment(task, Intake.take(root.resolve("mine"), task).submission());
    }

    /** A server that sends back what it hears, a desk for programs, and these links between them. */
    static TaskDefinition task(Lease lease, TaskDefinition.Link... links) {
        return TestLab.withLinks(
                "none",
                60,
                List.of(new Server("echo", "echo", lease, LAB)),
                List.of(
                        new TaskDefinition.Machine("desk", "ssh-client", Kind.SANDBOX, LAB),
                        new TaskDefinition.Machine("helper", "ssh-client", Kind.HELPER, LAB)),
                List.of(links),
                TestLab.check("any"));
    }

    static TaskDefinition.Link wire() {
        return new TaskDefinition.Link("wire", "echo", LAB);
    }

    static Here provide(Environment environment, State state, Wanted... wanted) {
        return new Here(environment.provide(state, Set.of(wanted)));
    }

    static <T> T eventually(Supplier<T> look, Predicate<T> isSo) {
        T last = Eventually.look(PATIENCE, look, isSo);
        assertThat(isSo.test(last)).as("at last: " + last).isTrue();
        return last;
    }

    @Override
    public void close() {
        servers.close();
    }

    /** What a check would have. */
    record Here(Map<Wanted, Object> provided) {
        Machine desk() {
            return (Machine) thing(DESK);
        }

        Link wire() {
            return (Link) thing(WIRE);
        }

        Service echo() {
            return (Service) thing(ECHO);
        }

        Object thing(Wanted wanted) {
            return Objects.requireNonNull(provided.get(wanted));
        }

        /** What the server has noted so far. */
        List<String> notes() {
            return echo().run("sh", "-c", "cat /srv/notes/all 2>/dev/null; true")
                    .out()
                    .lines()
                    .toList();
        }

        void forgetNotes() {
            echo().run("rm", "-f", "/srv/notes/all");
        }

        Talk talk(String name) {
            return talk(desk(), name);
        }

        static Talk talk(Machine on, String name) {
            on.write("/tmp/talk.py", TALK);
            String pipe = "/tmp/" + name;
            return new Talk(on, pipe, on.start(Command.of("sh", "-c", "exec python3 /tmp/talk.py echo 7000 " + pipe)));
        }
    }

    /** A client that goes on. */
    record Talk(Machine on, String pipe, Program program) {
        void write(String line) {
            assertThat(on.run("sh", "-c", "echo '" + line + "' > " + pipe).inWords())
                    .isEqualTo("exit code 0");
        }

        String said() {
            return program.said();
        }

        Talk until(String words) {
            eventually(this::said, said -> said.contains(words));
            return this;
        }

        /** The number of the server's process, with which it greets. */
        String greeting() {
            until("got ");
            String line = said().lines()
                    .filter(each -> each.startsWith("got "))
                    .findFirst()
                    .orElseThrow();
            return line.substring(line.lastIndexOf(' ') + 1);
        }
    }
}
