package dev.lexlab.lab.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationFolderTest {
    @TempDir
    Path folder;

    private Path out;
    private GenerationFolder generations;

    @BeforeEach
    void nothingYet() {
        out = folder.resolve("target/site");
        generations = new GenerationFolder(out);
    }

    @Test
    void showsExactlyWhatWasPublished() throws Exception {
        generations.publish(files("a.html", "A", "b/c.html", "C"), "1");
        generations.publish(files("a.html", "A2"), "2");

        assertThat(out.resolve("a.html")).hasContent("A2");
        assertThat(out.resolve("b/c.html")).doesNotExist();
        assertThat(generations.inputs()).contains("2");
    }

    @Test
    void theLinkIsRelativeSoThatTheFolderMayMove() throws Exception {
        generations.publish(files("a.html", "A"), "1");
        Files.move(folder.resolve("target"), folder.resolve("moved"));

        assertThat(folder.resolve("moved/site/a.html")).hasContent("A");
    }

    @Test
    void theManifestIsSortedAndNamesEveryHash() throws Exception {
        generations.publish(files("b.html", "B", "a.html", "A"), "the inputs");

        assertThat(manifest())
                // CRC-32, CRC-32C and the length, as other programs say them.
                .hasContent("""
                        inputs the inputs
                        d3d99e8be16dcdee00000001  a.html
                        4ad0cf31f23d3e1a00000001  b.html
                        """.stripTrailing());
    }

    @Test
    void whatAnOlderLexlabWroteIsMadeAnewOnce() throws Exception {
        generations.publish(files("a.html", "A", "b.html", "B"), "1");
        String older = """
                inputs 1
                7fc56270e7a70fa81a5935b72eacbe29  a.html
                9d5ed678fe57bcca610140957afab571  b.html
                """;
        Files.writeString(manifest(), older);

        assertThat(generations.inputs()).isEmpty();
        assertThat(generations.sight("1", new Sightings())).isFalse();
        generations.publish(files("a.html", "A", "b.html", "B"), "1");
        assertThat(generations.inputs()).contains("1");
        assertThat(out.resolve("b.html")).hasContent("B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d3d99e8be16dcdee00000001  a.html",
                "inputs 1\nd3d99e8be16dcdee00000001  ",
                "inputs 1\nd3d99e8be16dcdee00000001 a.html",
                "inputs 1\nd3d99e8be16dcdee0000001  a.html",
                "inputs 1\n\n"
            })
    void aManifestOfAnotherFormIsNotOurs(String text) throws Exception {
        generations.publish(files("a.html", "A"), "1");
        Files.writeString(manifest(), text);

        assertThat(generations.inputs()).isEmpty();
    }

    @Test
    void filesOfOneLengthThatDifferInOneBitAreTold() throws Exception {
        byte[] bytes = "all of a page ".repeat(20).getBytes(UTF_8);
        generations.publish(new TreeMap<>(Map.of("a.html", () -> bytes)), "1");
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(out.resolve("a.html"), other);
            assertThat(generations.inputs()).isEmpty();
        }
        Files.write(out.resolve("a.html"), bytes);
        assertThat(generations.inputs()).contains("1");
    }

    /** The only one. */
    private Path manifest() throws IOException {
        return beside().stream()
                .filter(name -> name.endsWith(".manifest"))
                .map(name -> folder.resolve("target/.site-generations").resolve(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void equalFilesAreStoredOnce() throws Exception {
        generations.publish(files("a.html", "A", "b.html", "B"), "1");
        Object before = Files.readAttributes(out.resolve("a.html"), "unix:ino").get("ino");

        generations.publish(files("a.html", "A", "b.html", "B2"), "2");

        assertThat(Files.readAttributes(out.resolve("a.html"), "unix:ino").get("ino"))
                .isEqualTo(before);
    }

    @Test
    void keepsThePresentGenerationAndTheOneBefore() throws Exception {
        generations.publish(files("a.html", "1"), "1");
        generations.publish(files("a.html", "2"), "2");
        age();
        generations.publish(files("a.html", "3"), "3");

        assertThat(beside()).hasSize(5).contains("lock");
    }

    @Test
    void whoFollowedTheLinkReadsOnWhileOthersPublish() throws Exception {
        generations.publish(files("a.html", "1"), "1");
        Path followed = out.toRealPath();
        generations.publish(files("a.html", "2"), "2");
        generations.publish(files("a.html", "3"), "3");

        assertThat(followed.resolve("a.html")).hasContent("1");
    }

    @Test
    void sweepsWhatAKilledRunLeft() throws Exception {
        generations.publish(files("a.html", "1"), "1");
        Path leftover = folder.resolve("target/.site-generations/" + Hashes.of("x") + ".partial");
        Files.createDirectories(leftover);
        Files.writeString(leftover.resolve("half.html"), "");
        Files.createSymbolicLink(folder.resolve("target/.site-next"), Path.of("nowhere"));

        generations.publish(files("a.html", "2"), "2");

        assertThat(leftover).doesNotExist();
        assertThat(folder.resolve("target/.site-next")).doesNotExist();
        assertThat(out.resolve("a.html")).hasContent("2");
    }

    @Test
    void whoPublishesNothingNewTidiesToo() throws Exception {
        generations.publish(files("a.html", "1"), "1");
        Path present = out.toRealPath();
        Files.createDirectories(present.resolveSibling(Hashes.of("x") + ".partial"));
        Files.writeString(present.resolveSibling(".x.manifest.partial"), "half");
        Files.createDirectories(present.resolveSibling(Hashes.of("y"))); // half deleted
        Files.createSymbolicLink(folder.resolve("target/.site-next"), Path.of("nowhere"));

        generations.tidy();

        assertThat(beside()).hasSize(3);
        assertThat(folder.resolve("target/.site-next")).doesNotExist();
        assertThat(out.resolve("a.html")).hasContent("1");
    }

    @Test
    void nobodyTidiesBesideSomebodyWhoPublishes() throws Exception {
        generations.publish(files("a.html", "1"), "1");
        Path half = out.toRealPath().resolveSibling(Hashes.of("x") + ".partial");
        Files.createDirectories(half);
        Path lock = half.resolveSibling("lock");
        String source = """
                var channel = java.nio.channels.FileChannel.open(
                    java.nio.file.Path.of("%s"), java.nio.file.StandardOpenOption.WRITE);
                var lock = channel.lock();
                System.out.println("locked");
                System.in.read();
                """.formatted(lock);
        Process other = inAnotherProcess(source);
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            generations.tidy();
            assertThat(half).exists();
        } finally {
            other.destroyForcibly().waitFor();
        }

        generations.tidy(); // a killed process holds no lock
        assertThat(half).doesNotExist();
    }

    @Test
    void aDamagedGenerationThatIsShownIsMendedFileByFile() throws Exception {
        generations.publish(files("a.html", "A", "b/c.html", "C", "d.html", "D"), "1");
        Path present = out.toRealPath();
        Object before = Files.readAttributes(present, "unix:ino").get("ino");
        Files.writeString(present.resolve("a.html"), "changed by hand");
        Trees.delete(present.resolve("b"));
        Files.writeString(present.resolve("b"), "a file where a folder was");
        Files.delete(present.resolve("d.html"));
        Files.createDirectories(present.resolve("d.html/was-a-file"));

        generations.publish(files("a.html", "A", "b/c.html", "C", "d.html", "D"), "1");

        assertThat(Files.readAttributes(present, "unix:ino").get("ino"))
                .as("the folder that is shown is never taken away")
                .isEqualTo(before);
        assertThat(present.resolve("a.html")).hasContent("A");
        assertThat(present.resolve("b/c.html")).hasContent("C");
        assertThat(present.resolve("d.html")).hasContent("D");
        assertThat(beside()).hasSize(3);
    }

    @Test
    void whatCouldNotBeWrittenIsTakenAwayAndTheSiteStays() throws Exception {
        generations.publish(files("a.html", "A"), "1");

        assertThatThrownBy(() -> generations.publish(files("a.html", "A2", "b", "a file", "b/c.html", "in it"), "2"))
                .isInstanceOf(IOException.class);

        assertThat(out.resolve("a.html")).hasContent("A");
        assertThat(beside()).hasSize(3).noneMatch(name -> name.contains("partial"));
    }

    @Test
    void aFileSystemWithoutLinksIsToldAsSuch() throws Exception {
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path elsewhere = archive.getPath("/target/site");
            GenerationFolder there = new GenerationFolder(elsewhere);

            assertThatThrownBy(() -> there.publish(files("a.html", "A"), "1"))
                    .isInstanceOf(GenerationFolder.Refused.class)
                    .hasMessage(
                            "'/target' is on a file system without symbolic links, and what is published is shown by"
                                    + " one; name a folder elsewhere with --out");
            assertThat(elsewhere).doesNotExist();
        }
    }

    @Test
    void aDamagedGenerationIsNotWhatItWasMadeFrom() throws Exception {
        generations.publish(files("a.html", "A", "b.html", "B"), "1");
        Files.writeString(out.resolve("a.html"), "changed by hand");

        assertThat(generations.inputs()).isEmpty();

        generations.publish(files("a.html", "A", "b.html", "B"), "1");
        assertThat(out.resolve("a.html")).hasContent("A");
        assertThat(generations.inputs()).contains("1");
    }

    @Test
    void aFileChangedByHandIsNotCarriedIntoTheNextGeneration() throws Exception {
        generations.publish(files("a.html", "A", "b.html", "B"), "1");
        Files.writeString(out.resolve("a.html"), "changed by hand");

        generations.publish(files("a.html", "A", "b.html", "B2"), "2");

        assertThat(out.resolve("a.html")).hasContent("A");
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("precious.txt"), "mine");

        assertThatThrownBy(() -> generations.publish(files("a.html", "A"), "1"))
                .isInstanceOf(GenerationFolder.Refused.class)
                .hasMessage("'" + out + "' exists and was not made by us; remove it or name another folder with --out");
        assertThat(out.resolve("precious.txt")).hasContent("mine");
    }

    @Test
    void refusesSomebodysLink() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(out.getParent());
        Files.createSymbolicLink(out, home);

        assertThatThrownBy(() -> generations.publish(files("a.html", "A"), "1"))
                .isInstanceOf(GenerationFolder.Refused.class);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void refusesAPathThatLeavesTheFolder() {
        assertThatThrownBy(() -> generations.publish(files("../../a.html", "A"), "1"))
                .isInstanceOf(IOException.class)
                .hasMessage("'../../a.html' leaves the folder that is being written");
        assertThat(out).doesNotExist();
    }

    @Test
    void twoAtOnceEndWithOneWholeSite() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String text = "run " + i;
            runs.add(two.submit(() -> {
                new GenerationFolder(out).publish(files("a.html", text, "b.html", text), text);
                return null;
            }));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        two.shutdown();

        assertThat(out.resolve("a.html")).hasSameTextualContentAs(out.resolve("b.html"));
        assertThat(generations.inputs()).contains(Files.readString(out.resolve("a.html")));
    }

    /** As if all of it had been shown last an hour ago. */
    private void age() throws IOException {
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        for (String name : beside()) {
            if (name.endsWith(".manifest")) {
                Files.setLastModifiedTime(
                        folder.resolve("target/.site-generations").resolve(name), longAgo);
            }
        }
    }

    private Process inAnotherProcess(String statements) throws IOException {
        Path source = folder.resolve("Other.java");
        Files.writeString(
                source,
                "class Other { public static void main(String[] arguments) throws Exception {\n" + statements + "}}\n");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("target/.site-generations"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static SortedMap<String, Supplier<byte[]>> files(String... pathsAndTexts) {
        SortedMap<String, Supplier<byte[]>> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            String text = pathsAndTexts[i + 1];
            files.put(pathsAndTexts[i], () -> text.getBytes(UTF_8));
        }
        return files;
    }
}
