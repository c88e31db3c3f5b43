package dev.lexlab.check.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.TestLab;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");

    @TempDir
    Path root;

    private Path work;
    private Backups backups;

    @BeforeEach
    void aStartedTask() throws IOException {
        Path starter = Files.createDirectories(root.resolve("starter"));
        Files.writeString(starter.resolve(TestLab.FILE), "starter");
        TaskDefinition task = TestLab.startingFrom(starter, TestLab.check("a"));
        LabDefinition lab =
                new LabDefinition(root.resolve("labs/demo"), "demo", "postgres", "A lab", "About it.", List.of(task));
        work = Files.createDirectories(lab.work().resolve("first"));
        Files.copy(starter.resolve(TestLab.FILE), work.resolve(TestLab.FILE));
        backups = new Backups(new Course(root), lab, task);
    }

    @Test
    void knowsWhetherThereIsAnythingToKeep() throws IOException {
        assertThat(backups.hasChanges()).isFalse();
        Files.writeString(work.resolve(".schema.sql.swp"), "an editor's");
        assertThat(backups.hasChanges()).isFalse();
        Files.writeString(work.resolve("mine.txt"), "");
        assertThat(backups.hasChanges()).isTrue();
    }

    @Test
    void theStarterIsBackAndAllThatWasThereIsKept() throws IOException {
        Files.writeString(work.resolve(TestLab.FILE), "mine");
        Files.createDirectories(work.resolve("more"));
        Files.writeString(work.resolve("more/notes.txt"), "notes");

        Path backup = backups.reset(NOW);

        assertThat(backup).isEqualTo(root.resolve(".lexlab/backups/demo/first/2026-11-24T21-30-00Z"));
        assertThat(backup.resolve(TestLab.FILE)).hasContent("mine");
        assertThat(backup.resolve("more/notes.txt")).hasContent("notes");
        assertThat(names(work)).containsExactly(TestLab.FILE);
        assertThat(work.resolve(TestLab.FILE)).hasContent("starter");
        assertThat(names(root.resolve("labs/demo/work"))).containsExactly("first");
    }

    @Test
    void twoBackupsOfOneSecondAreTwo() throws IOException {
        Files.writeString(work.resolve(TestLab.FILE), "one");
        backups.reset(NOW);
        Files.writeString(work.resolve(TestLab.FILE), "two");
        backups.reset(NOW);

        assertThat(backups.all())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("2026-11-24T21-30-00Z", "2026-11-24T21-30-00Z-2");
    }

    @Test
    void aLinkIsKeptAsTheLinkItIs() throws IOException {
        Path outside = Files.writeString(root.resolve("outside.txt"), "not theirs to lose");
        Files.createSymbolicLink(work.resolve("link"), outside);

        Path backup = backups.reset(NOW);

        assertThat(Files.isSymbolicLink(backup.resolve("link"))).isTrue();
        assertThat(Files.exists(work.resolve("link"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(outside).hasContent("not theirs to lose");
    }

    @Test
    void aTaskFolderThatIsALinkIsReplacedAndWhatItLeadsToStays() throws IOException {
        Path elsewhere = Files.move(work, root.resolve("elsewhere"));
        Files.createSymbolicLink(work, elsewhere);

        Path backup = backups.reset(NOW);

        assertThat(Files.isSymbolicLink(backup)).isTrue();
        assertThat(Files.isSymbolicLink(work)).isFalse();
        assertThat(elsewhere.resolve(TestLab.FILE)).hasContent("starter");
    }

    @Test
    void theLatestComesBackAndWhatWasThereTakesItsPlace() throws IOException {
        Files.writeString(work.resolve(TestLab.FILE), "mine");
        Path backup = backups.reset(NOW);
        assertThat(backups.bringBack(backup, NOW)).isEmpty();
        assertThat(work.resolve(TestLab.FILE)).hasContent("mine");
        assertThat(backups.all()).isEmpty();

        backup = backups.reset(NOW);
        Files.writeString(work.resolve(TestLab.FILE), "newer");
        Path instead = backups.bringBack(backup, NOW.plusSeconds(1)).orElseThrow();
        assertThat(work.resolve(TestLab.FILE)).hasContent("mine");
        assertThat(instead.resolve(TestLab.FILE)).hasContent("newer");
        assertThat(backups.all()).containsExactly(instead);
    }

    @Test
    void nothingIsTouchedWhereTheBackupCannotBeMade() throws IOException {
        Files.writeString(work.resolve(TestLab.FILE), "mine");
        Files.createDirectories(root.resolve(".lexlab/backups"));
        Files.writeString(root.resolve(".lexlab/backups/demo"), "a file where a folder must be");

        assertThatThrownBy(() -> backups.reset(NOW)).isInstanceOf(IOException.class);
        assertThat(work.resolve(TestLab.FILE)).hasContent("mine");
        assertThat(names(root.resolve("labs/demo/work"))).containsExactly("first");
    }

    /** As it happens between two file systems, where nothing can be renamed. */
    @Test
    void aCopyHoldsLinksAndFilesAndRefusesPipes() throws Exception {
        Files.createSymbolicLink(work.resolve("link"), Path.of("nowhere"));
        Path copy = root.resolve("copies/one");
        Files.createDirectories(copy.getParent());

        Folders.copyWhole(work, copy);
        assertThat(Folders.contents(copy)).isEqualTo(Folders.contents(work)).hasSize(2);

        new ProcessBuilder("mkfifo", work.resolve("pipe").toString()).start().waitFor();
        Path second = root.resolve("copies/two");
        assertThatThrownBy(() -> Folders.copyWhole(work, second))
                .hasMessage(work.resolve("pipe") + " is neither a file, a folder nor a link; remove it first");
        assertThat(names(root.resolve("copies"))).containsExactly("one");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
