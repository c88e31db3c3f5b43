package dev.lexlab.check.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFileReaderTest {
    private final Problems problems = new Problems();

    @Test
    void readsAllThatMayBeSaid() {
        Optional<RunFile> file = read("""
                services:
                  web:
                    build: {context: ./web, dockerfile: Dockerfile.web}
                    command: python3 "/srv/a b.py" --price $$5
                    init: true
                    user: "1000:1000"
                    environment: [NAME=amber, EMPTY=]
                    volumes: ["notes:/var/notes"]
                    tmpfs: ["/run", "/cache:size=8m"]
                    networks: [lab]
                    stop_grace_period: 8s
                  worker:
                    build: .
                    environment: {PORT: 80}
                    ipc: service:web
                    pid: service:web
                volumes:
                  notes:
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(file.orElseThrow().services())
                .isEqualTo(Map.of(
                        "web",
                        new RunFile.Service(
                                new Place("run.yml", 2, 3),
                                "web",
                                "web",
                                "Dockerfile.web",
                                Optional.of(List.of("python3", "/srv/a b.py", "--price", "$5")),
                                true,
                                Optional.of("1000:1000"),
                                Map.of("NAME", "amber", "EMPTY", ""),
                                Map.of("notes", "/var/notes"),
                                Map.of("/run", 16, "/cache", 8),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("lab"),
                                Optional.of(Duration.ofSeconds(8))),
                        "worker",
                        new RunFile.Service(
                                new Place("run.yml", 12, 3),
                                "worker",
                                "",
                                "Dockerfile",
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Map.of("PORT", "80"),
                                Map.of(),
                                Map.of(),
                                Optional.of("service:web"),
                                Optional.of("service:web"),
                                List.of(),
                                Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    privileged: true                 | 'privileged' is not used in labs
                    ports: ["80:80"]                 | 'ports' is not used in labs
                    cap_add: [SYS_ADMIN]             | 'cap_add' is not used in labs
                    network_mode: host               | 'network_mode' is not used in labs
                    security_opt: [seccomp=off]      | 'security_opt' is not used in labs
                    image: debian                    | 'image' is not used in labs
                    pid: host                        | 'pid: host' is not used in labs
                    ipc: host                        | 'ipc: host' is not used in labs
                    pid: service:nobody              | there is no service 'nobody'
                    volumes: ["./app:/app"]          | './app:/app' is a folder of this machine, which a container here never sees
                    volumes: ["/:/host"]             | '/:/host' is a folder of this machine, which a container here never sees
                    volumes: ["data:/data"]          | volume 'data' is not declared
                    volumes: ["/var/run/docker.sock:/s"] | '/var/run/docker.sock:/s' is a folder of this machine, which a container here never sees
                    environment: {HOST: $HOME}       | '$' would be filled in from this machine
                    networks: [internet]             | there is no network 'internet'
                    tmpfs: ["/a:size=999999999m"]    | 'tmpfs' adds up to 999999 MB
                    user: "root; reboot"             | 'user: root; reboot' is not a name or number, and a group behind a colon
                    comand: x                        | unknown key 'comand'
                    """)
    void refusesWhatIsNotOnTheList(String line, String what) {
        read("services:\n  web:\n    build: .\n    " + line + "\n");

        assertThat(problems.sorted()).extracting(Problem::what).containsExactly(what);
    }

    @ParameterizedTest
    @CsvSource({"../x", "/etc", "https://example.org/x.git"})
    void buildsNothingFromOutside(String context) {
        read("services:\n  web:\n    build: " + context + "\n");

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("run.yml:3:5: error: '" + context + "' leaves the task's folder; name it from that"
                        + " folder");
    }

    @Test
    void aFileWithoutAServiceIsNoAnswer() {
        read("volumes: {}\n");

        assertThat(problems.sorted()).extracting(Problem::what).containsExactly("it names no service");
    }

    @Test
    void splitsACommandAsAShellWould() {
        assertThat(Words.split("  a 'b c' \"d \\\" e\"f g\\ h '' ")).containsExactly("a", "b c", "d \" ef", "g h", "");
    }

    private Optional<RunFile> read(String text) {
        return RunFileReader.read("run.yml", text, Set.of("lab"), problems);
    }
}
