package dev.lexlab.check.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code up}, {@code shell} and {@code down} as processes of their own, in a course whose state is nobody else's. */
class ShellIT {
    private static final String POSTGRES = "postgres/rules-in-the-schema";

    @TempDir
    private Path folder;

    private Path course;

    /** Also where a test failed between up and down: nobody else knows this state folder. */
    @AfterEach
    void takeDownWhatIsUp() throws Exception {
        Answer unused = lexlab("down");
    }

    @BeforeEach
    void aCourseOfOurOwn() throws IOException {
        Path here = Course.around(Path.of("")).orElseThrow().root();
        course = Files.createDirectories(folder.resolve("course"));
        for (Path lab : labs(here.resolve("labs"))) {
            Trees.copy(
                    lab,
                    course.resolve("labs").resolve(lab.getFileName().toString()),
                    inside -> !inside.startsWith("work"));
        }
    }

    private static List<Path> labs(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve("lab.yml")) || child.endsWith("images"))
                    .toList();
        }
    }

    /** Each lab's own tool, in its own environment, with the learner's files applied. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    postgres/rules-in-the-schema   | psql -qAtc "SELECT concat(current_user, to_regclass('rooms'))" | learnerrooms
                    rabbitmq/topics                | rabbitmqadmin -f tsv list exchanges name                 | events
                    tunnel/reach-the-unreachable   | ssh relay                                                | ssh -N
                    tunnel/reach-the-unreachable   | curl -sS --retry 9 --retry-connrefused "http://127.0.0.1:$PAGE_PORT/" | <
                    """)
    void aToolOfTheLabWorksInItsShell(String task, String command, String told) throws Exception {
        Answer answer = lexlab("shell", task, "--work", starter(task), "--", "sh", "-c", command + " 2>&1");

        assertThat(answer.out).contains(told);
        assertNothingIsLeft();
    }

    @Test
    void withoutAnEngineTheCommandRunsHereWithAllThatAClientReads() throws Exception {
        String names = "echo $PGUSER $PGDATABASE ${PGPASSWORD:+secret} $PGHOST; exit 7";

        Answer answer = lexlab(
                Map.of("LEXLAB_ENGINE", "none"),
                "",
                "shell",
                POSTGRES,
                "--work",
                starter(POSTGRES),
                "--",
                "sh",
                "-c",
                names);

        assertThat(answer).isEqualTo(new Answer(7, "learner lab secret 127.0.0.1\n", ""));
    }

    @Test
    void withoutAnEngineAProgramThatIsNotHereIsTold() throws Exception {
        Answer answer = lexlab(
                Map.of("LEXLAB_ENGINE", "none", "PATH", "/usr/bin-that-is-empty:/bin-that-is-empty"),
                "",
                "shell",
                POSTGRES,
                "--work",
                starter(POSTGRES));

        assertThat(answer.exit).isEqualTo(3);
        assertThat(answer.err).contains("'psql' is on the PATH", "./lexlab setup postgres");
    }

    @Test
    void theExitCodeAndTheInputAreHandedThrough() throws Exception {
        Answer answer = lexlabReading(
                "SELECT 40 + 2;\n",
                "shell",
                POSTGRES,
                "--work",
                starter(POSTGRES),
                "--",
                "sh",
                "-c",
                "psql -qAt; exit 7");

        assertThat(answer).isEqualTo(new Answer(7, "42\n", ""));
    }

    @Test
    void aLearnersOwnContainerIsEnteredWhereThereIsOne() throws Exception {
        String task = "containers/package-it";
        String solution = fixture(task, "solution");

        Answer inside =
                lexlab("shell", task, "--work", solution, "--", "sh", "-c", "cat /proc/1/cmdline | tr '\\0' ' '");
        assertThat(inside.err).isEmpty();
        assertThat(inside.out).contains("notes.py");

        Answer broken = lexlab("shell", task, "--work", starter(task), "--as", "visitor", "--", "id", "-un");
        assertThat(broken.err).isEmpty();
        assertThat(broken.out).isEqualTo("learner\n");
        assertNothingIsLeft();
    }

    @Test
    void whatIsUpStaysUpForEveryShellUntilItIsTakenDown() throws Exception {
        Answer up = lexlab("up", POSTGRES, "--work", starter(POSTGRES));
        assertThat(up.err).isEmpty();
        assertThat(up.exit).isZero();
        assertThat(up.out)
                .startsWith(POSTGRES + " is up, with the files of ")
                .containsPattern("PostgreSQL +postgresql://learner:[0-9a-f]{32}@127\\.0\\.0\\.1:\\d+/lab\n")
                .contains("./lexlab shell " + POSTGRES + "\n", "PGUSER=learner\n", "./lexlab down postgres\n");

        psql("CREATE TABLE mine (id int)");
        assertThat(psql("SELECT count(*) FROM mine")).isEqualTo(new Answer(0, "0\n", ""));

        Answer again = lexlab("up", POSTGRES, "--work", starter(POSTGRES));
        assertThat(again.exit).isZero();
        assertThat(psql("SELECT count(*) FROM mine").err).contains("relation \"mine\" does not exist");

        assertThat(lexlab("down", "postgres")).isEqualTo(new Answer(0, "down: " + POSTGRES + "\n", ""));
        assertThat(lexlab("down")).isEqualTo(new Answer(0, "nothing is up\n", ""));
        assertNothingIsLeft();
    }

    @Test
    void cleanTakesDownWhatIsUp() throws Exception {
        lexlab("up", POSTGRES, "--work", starter(POSTGRES));

        assertThat(clean().exit).isZero();

        assertNothingIsLeft();
        assertThat(lexlab("down").out).isEqualTo("nothing is up\n");
    }

    @Test
    void filesThatCannotBeAppliedAreToldAndTheEnvironmentIsThereAllTheSame() throws Exception {
        Path work = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(work.resolve("schema.sql"), "CREATE TABLE rooms (id int);\nCREATE TABEL people ();\n");

        Answer answer = lexlab(
                "shell", POSTGRES, "--work", work.toString(), "--", "psql", "-qAtc", "SELECT count(*) FROM rooms");

        assertThat(answer.out).isEqualTo("0\n");
        assertThat(answer.err)
                .contains("Your files could not be applied whole: " + work + "/schema.sql:2:8: ")
                .contains("syntax error at or near \"TABEL\"");
    }

    @Test
    void anImageThatCannotBeBuiltIsTheAnswer() throws Exception {
        Path work = folder.resolve("unbuilt");
        Trees.copy(Path.of(fixture("containers/package-it", "solution")), work, inside -> !inside.startsWith("work"));
        Files.writeString(work.resolve("Dockerfile"), "FROM lexlab/python\nCOPY missing.txt /\n");

        Answer answer = lexlab("shell", "containers", "--work", work.toString(), "--", "true");

        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.err).contains(work + "/Dockerfile:2:1: this step of the build fails");
        assertNothingIsLeft();
    }

    @Test
    void aMachineThatIsNotThereIsUsage() throws Exception {
        Answer answer = lexlab("shell", POSTGRES, "--work", starter(POSTGRES), "--as", "cleint", "--", "true");

        assertThat(answer.exit).isEqualTo(2);
        assertThat(answer.err)
                .isEqualTo("lexlab: task '" + POSTGRES + "' has no machine 'cleint'; did you mean 'client'?\n");
    }

    private Answer psql(String sql) throws Exception {
        return lexlab("shell", POSTGRES, "--work", starter(POSTGRES), "--", "psql", "-qAtc", sql);
    }

    private String starter(String task) {
        return course.resolve("labs").resolve(task.replace("/", "/starter/")).toString();
    }

    private static String fixture(String task, String name) {
        return Path.of("src/test/submissions", task, name).toAbsolutePath().toString();
    }

    private void assertNothingIsLeft() throws Exception {
        Answer clean = clean();
        assertThat(clean.out).contains("nothing was left on the engine");
        assertThat(clean.err).isEmpty();
    }

    /** Of a cache of its own, open to all as the account of a server without an engine needs it. */
    private Answer clean() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return lexlab(Map.of("XDG_CACHE_HOME", folder.resolve("caches").toString()), "", "clean");
    }

    private Answer lexlab(String... arguments) throws Exception {
        return lexlabReading("", arguments);
    }

    private Answer lexlabReading(String input, String... arguments) throws Exception {
        return lexlab(Map.of(), input, arguments);
    }

    private Answer lexlab(Map<String, String> variables, String input, String... arguments) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lexlab.check.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(course.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().putAll(variables);
        int exit = builder.start().waitFor();
        return new Answer(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private record Answer(int exit, String out, String err) {}
}
