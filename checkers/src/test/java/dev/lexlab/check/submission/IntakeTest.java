package dev.lexlab.check.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final TaskDefinition TASK = TestLab.task(IntakeTest.class, TestLab.check("a"));

    @TempDir
    Path folder;

    @BeforeEach
    void aGoodSubmission() throws IOException {
        Files.writeString(folder.resolve(TestLab.FILE), "SELECT 1;\n");
    }

    @Test
    void takesTheFilesAndRemembersWhichWereRead() throws IOException {
        Files.createDirectories(folder.resolve("more"));
        Files.writeString(folder.resolve("more/notes.txt"), "note");

        TakenIn taken = take();

        assertThat(taken.problems()).isEmpty();
        assertThat(taken.submission().file("more/notes.txt").text()).isEqualTo("note");
        assertThat(taken.reads().all()).containsExactly("more/notes.txt");
    }

    @Test
    void isSealed() throws IOException {
        TakenIn taken = take();
        Files.writeString(folder.resolve(TestLab.FILE), "DROP TABLE rooms;");

        assertThat(taken.submission().file(TestLab.FILE).text()).isEqualTo("SELECT 1;\n");
    }

    @Test
    void hashesNamesAndContents() throws IOException {
        String hash = take().hash();
        assertThat(take().hash()).isEqualTo(hash);

        Files.writeString(folder.resolve("b.sql"), "");
        String withMore = take().hash();
        Files.move(folder.resolve("b.sql"), folder.resolve("c.sql"));

        assertThat(withMore).isNotEqualTo(hash);
        assertThat(take().hash()).isNotEqualTo(withMore);
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.delete(folder.resolve(TestLab.FILE));

        assertThat(problems())
                .containsExactly(
                        "schema.sql: error: there is no such file; hand it in under exactly this name; it holds"
                                + " the tables");
    }

    @Test
    void followsNoLink() throws IOException {
        Files.createSymbolicLink(folder.resolve("passwords.txt"), folder.resolve(TestLab.FILE));

        assertThat(problems())
                .containsExactly("passwords.txt: error: this is a link, and links are not followed; put the file itself"
                        + " here");
        assertThat(take().submission().has("passwords.txt")).isFalse();
    }

    @Test
    void followsNoLinkToAFolder() throws IOException {
        Files.createDirectory(folder.resolve(".secret"));
        Files.createSymbolicLink(folder.resolve("etc"), folder.resolve(".secret"));

        assertThat(problems())
                .containsExactly("etc: error: this is a link, and links are not followed; put the file itself here");
    }

    @Test
    void opensNoPipe() throws Exception {
        int exit = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                .start()
                .waitFor();
        assertThat(exit).isZero();

        assertThat(problems()).containsExactly("pipe: error: this is not a regular file; remove it from the folder");
    }

    @Test
    void refusesALargeFileWithoutReadingItWhole() throws IOException {
        Files.write(folder.resolve("big.bin"), new byte[Caps.USUAL.bytesOfAFile() + 1]);

        assertThat(problems())
                .containsExactly("big.bin: error: this file is larger than 1 MB; a task needs no such file; remove it");
    }

    @Test
    void takesAFileAsLargeAsTheCap() throws IOException {
        Files.write(folder.resolve("big.bin"), new byte[Caps.USUAL.bytesOfAFile()]);

        assertThat(problems()).isEmpty();
    }

    @Test
    void refusesTooMuchInAll() throws IOException {
        for (int i = 0; i < 9; i++) {
            Files.write(folder.resolve("part" + i), new byte[Caps.USUAL.bytesOfAFile()]);
        }

        assertThat(problems())
                .containsExactly(".: error: all files together are larger than 8 MB; remove what the task does not ask"
                        + " for");
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        for (int i = 0; i < Caps.USUAL.files(); i++) {
            Files.createFile(folder.resolve("file" + i));
        }

        assertThat(problems())
                .containsExactly(".: error: there are more than 200 files; keep only what the task asks for in this"
                        + " folder");
    }

    @Test
    void refusesANameThatWouldSpeakToTheTerminal() throws IOException {
        Files.createFile(folder.resolve("a\u001b[31m.sql"));
        Files.createFile(folder.resolve("b\n.sql"));
        Files.createFile(folder.resolve("c\u202e.sql"));

        assertThat(problems())
                .containsExactly(
                        "a\u241b[31m.sql: error: this name is too long or has characters that cannot be seen; rename it",
                        "b\u2424.sql: error: this name is too long or has characters that cannot be seen; rename it",
                        "c\\u{202e}.sql: error: this name is too long or has characters that cannot be seen; rename it");
    }

    @Test
    void passesByWhatEditorsAndGitLeave() throws IOException {
        Files.createSymbolicLink(folder.resolve(".#schema.sql"), folder.resolve("somebody@somewhere.123"));
        Files.createDirectories(folder.resolve(".git"));
        Files.write(folder.resolve(".git/pack"), new byte[Caps.USUAL.bytesOfAFile() + 1]);

        assertThat(problems()).isEmpty();
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve(TestLab.FILE), new byte[] {'a', '\n', 'b', (byte) 0xff});

        assertThatThrownBy(() -> take().submission().file(TestLab.FILE).text())
                .isInstanceOf(Invalid.class)
                .hasMessage("schema.sql:2: this line is not UTF-8 text");
    }

    @Test
    void readsPastAByteOrderMark() throws IOException {
        Files.write(folder.resolve(TestLab.FILE), "\ufeffSELECT 2;".getBytes(UTF_8));

        assertThat(take().submission().file(TestLab.FILE).text()).isEqualTo("SELECT 2;");
    }

    @Test
    void knowsAnUntouchedStarter(@TempDir Path starter) throws IOException {
        TaskDefinition task = TestLab.startingFrom(starter, TestLab.check("a"));
        Files.writeString(starter.resolve(TestLab.FILE), "SELECT 1;\n");
        assertThat(Intake.isUntouched(folder, task)).isTrue();

        Files.writeString(folder.resolve(TestLab.FILE), "SELECT 2;\n");
        assertThat(Intake.isUntouched(folder, task)).isFalse();
    }

    private TakenIn take() {
        return Intake.take(folder, TASK);
    }

    private List<String> problems() {
        return take().problems().stream().map(Problem::toString).toList();
    }
}
