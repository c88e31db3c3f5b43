package dev.lexlab.lab.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        Path manifest = beside().stream()
                .filter(name -> name.endsWith(".manifest"))
                .map(name -> folder.resolve("target/.site-generations").resolve(name))
                .findFirst()
                .orElseThrow();
        assertThat(manifest)
                .hasContent("inputs the inputs\n" + Hashes.of("A") + "  a.html\n" + Hashes.of("B") + "  b.html\n");
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
        generations.publish(files("a.html", "3"), "3");

        assertThat(beside()).hasSize(5).contains("lock");
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

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("target/.site-generations"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static SortedMap<String, byte[]> files(String... pathsAndTexts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(UTF_8));
        }
        return files;
    }
}
