package dev.lexlab.site.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This repository's own course, with a history, is the same site on every machine: byte for byte. */
class SameBytesIT {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    static Path folder;

    private static final AtomicInteger PLACES = new AtomicInteger();

    private static Program program;
    private static SortedMap<String, String> expected;

    /** How a machine differs from the one that the site was built on first. */
    record Machine(Path jdk, List<String> flags) {}

    @BeforeAll
    static void theSiteOfThisMachine() throws Exception {
        program = Program.in(Files.createDirectory(folder.resolve("program")));
        expected = site(course("course", 0), new Machine(JDK, List.of()));
        assertThat(expected).containsKey("index.html").hasSizeGreaterThan(150);
        assertThat(Files.readString(folder.resolve("course/target/site/containers/process.html")))
                .as("the day of the last change")
                .contains("2026-01-31");
    }

    static Stream<Named<Machine>> machines() throws IOException {
        List<Named<Machine>> machines = new ArrayList<>(List.of(
                named(
                        "Turkish letters, in Tokyo, one processor",
                        new Machine(
                                JDK,
                                List.of(
                                        "-Duser.language=tr",
                                        "-Duser.country=TR",
                                        "-Duser.timezone=Asia/Tokyo",
                                        "-XX:ActiveProcessorCount=1"))),
                named(
                        "Arabic digits, west of Greenwich, four processors, Latin-1",
                        new Machine(
                                JDK,
                                List.of(
                                        "-Duser.language=ar",
                                        "-Duser.country=EG",
                                        "-Duser.timezone=America/Los_Angeles",
                                        "-Dfile.encoding=ISO-8859-1",
                                        "-XX:ActiveProcessorCount=4")))));
        for (Path jdk : otherJdks()) {
            machines.add(named("JDK " + version(jdk), new Machine(jdk, List.of())));
        }
        return machines.stream();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void itIsTheSameSite(Machine machine) throws Exception {
        Path course = course("another place/" + PLACES.incrementAndGet(), 1);

        assertThat(site(course, machine)).isEqualTo(expected);
    }

    @Test
    void aNewerJdkIsAmongThemWhereThisProjectSetTheMachineUp() throws IOException {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(otherJdks())
                    .as("./lexlab setup --for-tests installs one")
                    .isNotEmpty();
        }
    }

    /** Of other versions than ours, where a Linux has them. */
    private static List<Path> otherJdks() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        List<Path> others = new ArrayList<>();
        try (Stream<Path> all = Files.list(INSTALLED)) {
            for (Path jdk :
                    all.filter(jdk -> !Files.isSymbolicLink(jdk)).sorted().toList()) {
                if (Files.exists(jdk.resolve("release"))
                        && Files.exists(jdk.resolve("bin/java"))
                        && version(jdk) >= 17
                        && version(jdk) != Runtime.version().feature()) {
                    others.add(jdk);
                }
            }
        }
        return others;
    }

    private static int version(Path jdk) throws IOException {
        String release = Files.readString(jdk.resolve("release"));
        String version = release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1");
        return version.equals(release) ? 0 : Integer.parseInt(version);
    }

    /**
     * A copy of the course at another place.
     *
     * @param seed decides in which order its files are made, which is the order some file systems tell them in
     */
    private static Path course(String place, int seed) throws IOException, InterruptedException {
        Path course = folder.resolve(place);
        List<Path> wanted = new ArrayList<>();
        for (String part : List.of("content", "labs")) {
            try (Stream<Path> all = Files.walk(REPOSITORY.resolve(part))) {
                all.filter(Files::isRegularFile)
                        .map(REPOSITORY::relativize)
                        .filter(SameBytesIT::isOfTheCourse)
                        .forEach(wanted::add);
            }
        }
        Collections.shuffle(wanted, new Random(seed));
        for (Path file : wanted) {
            Files.createDirectories(course.resolve(file).getParent());
            Files.copy(REPOSITORY.resolve(file), course.resolve(file));
        }
        git(course, "init", "--quiet");
        git(course, "add", "--all");
        git(course, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "All");
        return course;
    }

    /** No sources of ours, and nothing of a learner's. */
    private static boolean isOfTheCourse(Path file) {
        return !file.startsWith("labs/lab-model")
                && !(file.startsWith("labs")
                        && file.getNameCount() > 2
                        && file.getName(2).toString().equals("work"));
    }

    private static SortedMap<String, String> site(Path course, Machine machine) throws Exception {
        Path out = course.resolve("target/site");
        List<String> command = new ArrayList<>(program.command(machine.jdk(), machine.flags()));
        command.addAll(List.of("--course", course.toString(), "--out", out.toString()));
        run(new ProcessBuilder(command), folder.resolve("said"));
        SortedMap<String, String> files = new TreeMap<>();
        Path shown = out.toRealPath();
        try (Stream<Path> all = Files.walk(shown)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(shown.relativize(file).toString(), Hashes.of(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static void git(Path course, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(course.toFile());
        builder.environment().put("GIT_AUTHOR_DATE", "2026-01-31T23:30:00+05:00");
        builder.environment().put("GIT_COMMITTER_DATE", "2026-01-31T23:30:00+05:00");
        run(builder, folder.resolve("said"));
    }

    private static void run(ProcessBuilder builder, Path said) throws IOException, InterruptedException {
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended ? process.exitValue() : -1)
                .as(() -> String.join(" ", builder.command()) + " said: " + text(said))
                .isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
