package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Opened;
import dev.lexlab.check.environment.Environment.State;
import dev.lexlab.check.machine.MachineCommands;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.GraderClass;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that nothing of ours knows anything about but its {@code service.yml}: a notebook on a port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceIT {
    private static final Wanted NOTES = new Wanted(Service.class, "notes");
    private static final Wanted DESK = new Wanted(Machine.class, "desk");

    /** Answers each line with all lines it was told, and lets nobody in without a password. */
    private static final String NOTEBOOK = """
            import os, socketserver, threading
            notes = []
            words = {os.environ["GRADER_WORD"], os.environ["LEARNER_WORD"]}
            class Handler(socketserver.StreamRequestHandler):
                def handle(self):
                    if self.rfile.readline().decode().strip() not in words:
                        return
                    line = self.rfile.readline().decode().strip()
                    if line == "forget":
                        notes.clear()
                    elif line != "read":
                        notes.append(line)
                    self.wfile.write((",".join(notes) + "\\n").encode())
            class Server(socketserver.ThreadingTCPServer):
                allow_reuse_address = True
            Server(("0.0.0.0", 7000), Handler).serve_forever()
            """;

    private static final String CLIENT = """
            import socket, sys
            with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=10) as s:
                s.sendall((sys.argv[3] + "\\n" + sys.argv[4] + "\\n").encode())
                answer = s.makefile().readline()
            print(answer, end="")
            sys.exit(0 if answer else 1)
            """;

    private static final String SERVICE = """
            about: a notebook
            ports: {notes: 7000}
            ready: [sh, -c, 'python3 /opt/client.py 127.0.0.1 7000 "$GRADER_WORD" read']
            ready-seconds: 60
            reset: [sh, -c, 'python3 /opt/client.py 127.0.0.1 7000 "$GRADER_WORD" forget']
            account: {user: grader, secret: GRADER_WORD}
            learner: {user: learner, secret: LEARNER_WORD}
            limits: {memory-mb: 96, processes: 50, cpus: 1}
            tmpfs: {/tmp: 8, /work: 8}
            """;

    private Path root = Path.of("");
    private Servers servers = Servers.inContainers(new Course(Path.of("")), Map.of(), step -> {});
    private @Nullable Environment open;

    @BeforeAll
    void anImageOfItsOwn(@TempDir Path folder) throws IOException {
        root = folder;
        write("labs/images/notes/Dockerfile", """
                FROM debian:trixie-slim
                LABEL lexlab.image=notes
                RUN apt-get update \\
                 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends python3 \\
                 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \\
                 && useradd --no-create-home --uid 1000 learner \\
                 && install -d -m 1777 /work
                COPY notebook.py client.py /opt/
                USER learner
                ENTRYPOINT ["python3", "-u", "/opt/notebook.py"]
                """);
        write("labs/images/notes/notebook.py", NOTEBOOK);
        write("labs/images/notes/client.py", CLIENT);
        write("labs/images/notes/service.yml", SERVICE);
        write("mine/" + TestLab.FILE, "a file\n");
        Course course = new Course(root);
        TestConsole console = new TestConsole(false);
        assertThat(new MachineCommands(course, console.console(), System.getenv()).setup(Optional.empty(), true))
                .as(console.noted())
                .isEqualTo(ExitCode.YES);
        servers = Servers.inContainers(course, System.getenv(), step -> {});
    }

    @AfterEach
    void leave() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @Test
    void aSharedOneIsBroughtBackForEveryStateAndStaysTheSameServer() throws Exception {
        Environment environment = environment(Lease.SHARED);
        assertThat(environment.isCopied()).isFalse();

        Service first = notes(environment, State.UNPREPARED, NOTES);
        assertThat(tell(first, "one")).isEqualTo("one");
        int port = first.port("notes");
        assertThat(tell(notes(environment, State.SAME, NOTES), "two")).isEqualTo("one,two");

        Service fresh = notes(environment, State.FRESH, NOTES);
        assertThat(tell(fresh, "read")).isEmpty();
        assertThat(tell(fresh, "left by an earlier grading")).isNotEmpty();
        leave();

        Service next = notes(environment(Lease.SHARED), State.FRESH, NOTES);
        assertThat(next.port("notes")).isEqualTo(port);
        assertThat(tell(next, "read")).isEmpty();
    }

    @Test
    void whatNobodyAskedToMakeFreshIsFreshWhenItIsAskedForAgain() throws Exception {
        Environment environment = environment(Lease.SHARED);
        tell(notes(environment, State.FRESH, NOTES), "one");

        environment.provide(State.UNPREPARED, Set.of());

        assertThat(tell(notes(environment, State.SAME, NOTES), "read")).isEmpty();
    }

    @Test
    void clientsInTheGraderReachItOverItsPort() throws Exception {
        Service notes = notes(environment(Lease.SHARED), State.FRESH, NOTES);
        String password = notes.run("printenv", "LEARNER_WORD").out().strip();

        try (Socket socket = new Socket(notes.host(), notes.port("notes"));
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((password + "\nhello\n").getBytes(StandardCharsets.UTF_8));
            assertThat(answer.readLine()).isEqualTo("hello");
        }
    }

    @Test
    void programsOnMachinesAreToldWhereItIsAndTheLearnersAccountAlone() {
        for (Lease lease : Lease.values()) {
            Map<Wanted, Object> provided = provide(environment(lease), State.FRESH, NOTES, DESK);
            Machine desk = desk(provided);

            Ran told = desk.run(
                    "sh", "-c", "python3 /opt/client.py \"$NOTES_HOST\" \"$NOTES_PORT\" \"$NOTES_PASSWORD\" hello");
            assertThat(told.inWords()).isEqualTo("exit code 0: hello");
            assertThat(desk.run("printenv", "NOTES_HOST", "NOTES_PORT", "NOTES_USER")
                            .out())
                    .isEqualTo("notes\n7000\nlearner\n");
            assertThat(desk.run("printenv", "GRADER_WORD").succeeded()).isFalse();
            leave();
        }
    }

    @Test
    void oneOfATasksOwnIsAnotherServerForEveryStateThatSomebodyUsed() throws Exception {
        Environment environment = environment(Lease.OWN);
        Map<Wanted, Object> first = provide(environment, State.FRESH, NOTES, DESK);
        Service own = notes(first);
        // Spoken to over the network alone, by a program on another machine.
        assertThat(desk(first)
                        .run("sh", "-c", "python3 /opt/client.py notes 7000 \"$NOTES_PASSWORD\" mine")
                        .succeeded())
                .isTrue();

        Service fresh = notes(environment, State.FRESH, NOTES, DESK);

        assertThat(tell(fresh, "read")).isEmpty();
        assertThatExceptionOfType(ServerGone.class).isThrownBy(() -> own.run("true"));
    }

    @Test
    void aShellLeadsIntoIt() {
        Environment environment = environment(Lease.SHARED);

        Opened opened = environment.open(false);

        assertThat(opened.doors()).extracting(Door::name).containsExactly("desk", "notes");
        assertThat(opened.addresses()).hasSize(1);
        assertThat(opened.addresses().get(0).what()).isEqualTo("notes");
        assertThat(opened.addresses().get(0).value()).startsWith("127.0.0.1:").contains("(user learner, password ");
    }

    static final class Notes {
        @Prepare
        void prepare(Service notes) {
            notes.run(Command.of("sh", "-c", client("prepared")));
        }

        @Check("hangs")
        void hangs(Service notes) {
            notes.run("sleep", "600");
        }

        @Check("goes-on")
        void goesOn(Service notes) {
            assertThat(notes.run("sh", "-c", client("more")).out()).isEqualTo("prepared,more\n");
        }

        @Check("dies")
        void dies(@Named("notes") Service notes) {
            notes.run("sh", "-c", "kill -KILL $(cat /proc/1/task/1/children)");
            throw new AssertionError("whatever follows from that is nobody's fault");
        }

        @Check("next")
        void next(Service notes) {
            assertThat(notes.run("sh", "-c", client("again")).out()).isEqualTo("prepared,again\n");
        }

        private static String client(String line) {
            return "python3 /opt/client.py 127.0.0.1 7000 \"$GRADER_WORD\" " + line;
        }
    }

    @Test
    void aHangOrADeathIsNoVerdictOnTheNextCheck() throws Exception {
        TaskDefinition task = task(
                Lease.SHARED,
                Notes.class.getName(),
                TestLab.check("hangs"),
                TestLab.check("goes-on"),
                TestLab.check("dies"),
                TestLab.check("next"));
        Assignment assignment = new Assignment(TestLab.lab(task), task, Intake.take(root.resolve("mine"), task), 42);
        Map<String, CheckResult> results;
        try (Grader grader = new Grader();
                Environment environment =
                        servers.environment(task, assignment.submission().submission())) {
            results = grader.grade(assignment, GraderClass.of(task), environment, (number, of) -> {})
                    .results();
        }

        assertThat(results)
                .extractingByKey("hangs")
                .extracting(CheckResult::verdict)
                .isEqualTo(Verdict.TIMEOUT);
        assertThat(results)
                .extractingByKey("goes-on")
                .extracting(CheckResult::verdict)
                .isEqualTo(Verdict.PASSED);
        assertThat(results)
                .extractingByKey("dies")
                .extracting(CheckResult::verdict)
                .isEqualTo(Verdict.ERROR);
        assertThat(results)
                .extractingByKey("next")
                .extracting(CheckResult::verdict)
                .isEqualTo(Verdict.PASSED);
    }

    private Environment environment(Lease lease) {
        TaskDefinition task = task(lease, "none", TestLab.check("any"));
        Environment made = servers.environment(
                task, Intake.take(root.resolve("mine"), task).submission());
        open = made;
        return made;
    }

    private static TaskDefinition task(Lease lease, String grader, CheckDefinition... checks) {
        return TestLab.withMachines(
                grader,
                20,
                List.of(new TaskDefinition.Server("notes", "notes", lease, List.of("lab"))),
                List.of(new TaskDefinition.Machine("desk", "notes", Kind.SANDBOX, List.of("lab"))),
                checks);
    }

    private static Service notes(Environment environment, State state, Wanted... wanted) {
        return notes(provide(environment, state, wanted));
    }

    private static Service notes(Map<Wanted, Object> provided) {
        return (Service) Objects.requireNonNull(provided.get(NOTES));
    }

    private static Machine desk(Map<Wanted, Object> provided) {
        return (Machine) Objects.requireNonNull(provided.get(DESK));
    }

    private static Map<Wanted, Object> provide(Environment environment, State state, Wanted... wanted) {
        return environment.provide(state, Set.of(wanted));
    }

    private static String tell(Service notes, String line) {
        return notes.run("sh", "-c", Notes.client("'" + line + "'")).out().strip();
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
