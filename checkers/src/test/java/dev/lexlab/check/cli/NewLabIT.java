package dev.lexlab.check.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A fifth concept, as its author would begin it: in a course of its own, with the commands that {@code new} names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class NewLabIT {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private Path folder = Path.of("");
    private TestConsole console = new TestConsole(false);

    @BeforeAll
    void somewhere(@TempDir Path place) {
        folder = place;
    }

    @Test
    @Order(1)
    void beginsWithACourseAndLabs() {
        assertThat(lexlab(folder, "new", "site", "course")).isEqualTo(ExitCode.YES);
        assertThat(inCourse("new", "lab", "redis", "--service", "redis")).isEqualTo(ExitCode.YES);
        assertThat(inCourse("new", "lab", "cache", "--service", "redis", "--concept", "redis", "--java"))
                .isEqualTo(ExitCode.YES);
        assertThat(inCourse("new", "lab", "web", "--service", "nginx")).isEqualTo(ExitCode.YES);
        assertThat(inCourse(
                        "new",
                        "lab",
                        "memcached",
                        "--service",
                        "memcached",
                        "--package",
                        "memcached",
                        "--port",
                        "11211",
                        "--command",
                        "memcached -l 0.0.0.0 -p 11211"))
                .isEqualTo(ExitCode.YES);
        assertThat(inCourse("new", "term", "redis/eviction", "--definition", "What goes when memory is full"))
                .isEqualTo(ExitCode.YES);
    }

    /** The site's module is not on this class path; the launcher of the course starts it. */
    @Test
    @Order(2)
    void itsSiteIsBuiltAlsoWhereUntestedCodeIsAFault() throws Exception {
        Path site = course().resolve("content/site.yml");
        Files.writeString(site, Files.readString(site).replace("# code: tested", "code: tested"));
        Path out = folder.resolve("out");
        int exit = new ProcessBuilder("./lexlab", "site")
                .directory(course().toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();

        assertThat(exit).as(Files.readString(out, StandardCharsets.UTF_8)).isZero();
        assertThat(course().resolve("target/site/redis/index.html")).isNotEmptyFile();
        assertThat(course().resolve("target/site/redis/eviction.html")).isNotEmptyFile();
        assertThat(course().resolve("target/site/labs/web/only-what-is-public.html"))
                .isNotEmptyFile();
    }

    @Test
    @Order(3)
    void itsImagesAreBuilt() {
        assertThat(inCourse("setup", "--yes")).as(console.noted()).isEqualTo(ExitCode.YES);
    }

    @Test
    @Order(4)
    void itsGraderIsProvenWithAllItsSolutions() {
        assertThat(inCourse("prove", "redis")).as(console.said()).isEqualTo(ExitCode.YES);
        assertThat(console.said()).contains("proven: 10 of 10");
    }

    @Test
    @Order(4)
    void theCodeOnItsPagesDoesWhatItShows() {
        assertThat(inCourse("examples")).as(console.said()).isEqualTo(ExitCode.YES);
        assertThat(console.said())
                .contains("labs/redis/examples/redis/time-to-live.console")
                .contains("labs/memcached/examples/memcached-client/listening.console");
    }

    @Test
    @Order(5)
    void aGraderInJavaSaysTheSame() {
        String task = "cache/keep-for-a-while";

        assertThat(check(task, "solution")).as(console.said()).isEqualTo(ExitCode.YES);
        assertThat(check(task, "wrong-old-time")).as(console.said()).isEqualTo(ExitCode.NO);
        assertThat(console.said())
                .contains("not yet: 3 of 4")
                .contains("The time of the first text goes on for the second one.");
    }

    @Test
    @Order(6)
    void aConfigurationIsPutIntoAServerAndItsFaultsAreTheLearners() {
        String task = "web/only-what-is-public";

        assertThat(check(task, "solution")).as(console.said()).isEqualTo(ExitCode.YES);
        assertThat(check(task, "wrong-no-semicolon")).as(console.said()).isEqualTo(ExitCode.NO);
        assertThat(console.said())
                .contains("nginx does not understand this configuration")
                .contains("/site.conf:3");
    }

    @Test
    @Order(7)
    void aServerThatNobodyKnewIsJustAsGood() {
        String task = "memcached/is-it-there";

        assertThat(check(task, "alternative-bash")).as(console.said()).isEqualTo(ExitCode.YES);
        assertThat(check(task, "wrong-fixed-address")).as(console.said()).isEqualTo(ExitCode.NO);
        assertThat(console.said()).contains("not yet: 2 of 3");
    }

    private Answer check(String task, String fixture) {
        Path work =
                course().resolve("checkers/src/test/submissions").resolve(task).resolve(fixture);
        return inCourse("check", task, "--work", work.toString());
    }

    private Path course() {
        return folder.resolve("course");
    }

    private Answer inCourse(String... arguments) {
        return lexlab(course(), arguments);
    }

    private Answer lexlab(Path here, String... arguments) {
        console = new TestConsole(false);
        return Main.run(
                new Context(console.console(), System.getenv(), here, Optional.of(REPOSITORY), () -> false), arguments);
    }
}
