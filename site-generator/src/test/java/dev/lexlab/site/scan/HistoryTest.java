package dev.lexlab.site.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsAsOldAsTheLastCommitThatTouchedIt() throws Exception {
        Path course = Files.createDirectories(folder.resolve("repo/course"));
        git(folder.resolve("repo"), "init", "--quiet");
        write(course, "old.md", "one");
        write(course, "grüße und \"mehr\".md", "one");
        commit(course, "2026-01-31T23:30:00+05:00");
        write(course, "new.md", "one");
        write(folder.resolve("repo"), "outside.md", "one");
        commit(course, "2026-03-01T00:10:00-08:00");
        write(course, "never.md", "one");

        Map<String, String> days = new History(new Course(course))
                .lastChanges(List.of("old.md", "new.md", "never.md", "outside.md", "grüße und \"mehr\".md"));

        assertThat(days)
                .containsEntry("old.md", "2026-01-31")
                .containsEntry("new.md", "2026-03-01")
                .doesNotContainKeys("never.md", "outside.md");
    }

    @Test
    void aHistoryThatWasCutOffSaysNothing() throws Exception {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        git(whole, "init", "--quiet");
        write(whole, "a.md", "one");
        commit(whole, "2026-01-01T00:00:00Z");
        write(whole, "b.md", "one");
        commit(whole, "2026-02-01T00:00:00Z");
        git(folder, "clone", "--quiet", "--depth", "1", whole.toUri().toString(), "cut");

        assertThat(new History(new Course(folder.resolve("cut"))).lastChanges(List.of("a.md", "b.md")))
                .isEmpty();
    }

    @Test
    void whatALookWouldNotTellIsNotLookedAt() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repo"));
        git(repository, "init", "--quiet");
        write(repository, "a.md", "one");
        commit(repository, "2026-01-01T00:00:00Z");
        History history = new History(new Course(repository));
        assertThat(history.files().orElseThrow())
                .contains(repository.resolve(".git/logs/HEAD"))
                .doesNotContain(folder.resolve(".git"));
        assertThat(history.state()).hasSize(2);

        Files.delete(repository.resolve(".git/logs/HEAD"));
        assertThat(history.files()).as("it keeps no log").isEmpty();
        assertThat(history.state()).isEmpty();

        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve(".git"), "gitdir: ../repo/.git");
        assertThat(new History(new Course(elsewhere)).files())
                .as("the repository is somewhere else")
                .isEmpty();
    }

    @Test
    void withoutAHistoryNothingIsSaid() throws Exception {
        write(folder, "a.md", "one");

        assertThat(new History(new Course(folder)).lastChanges(List.of("a.md"))).isEmpty();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void commit(Path folder, String time) throws Exception {
        git(folder, "add", "--all", ":/");
        git(
                folder,
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
                "commit",
                "--quiet",
                "--no-gpg-sign",
                "--message",
                "Change",
                "--date",
                time);
    }

    private static void git(Path folder, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        if (List.of(words).contains("commit")) {
            builder.environment().put("GIT_COMMITTER_DATE", words[words.length - 1]);
        }
        assertThat(builder.start().waitFor()).as(String.join(" ", command)).isZero();
    }
}
