package dev.lexlab.check.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdProcessTest {
    @TempDir
    Path folder;

    @Test
    void aCommandRunsInItsFolderAndItsTimeIsTaken() throws Exception {
        double time = process().run(List.of("sh", "-c", "sleep 0.05; : >here"), "");

        assertThat(time).isGreaterThanOrEqualTo(50);
        assertThat(folder.resolve("here")).exists();
    }

    @Test
    void oneThatFailsIsToldWithTheLineThatMatters() {
        assertThatThrownBy(() -> process().run(List.of("sh", "-c", "echo one; echo two >&2; exit 3"), "mend it"))
                .isInstanceOfSatisfying(
                        CannotMeasure.class,
                        failure -> assertThat(failure.whole())
                                .isEqualTo("'sh -c echo one; echo two >&2; exit 3' ended with 3: two; mend it"));
        assertThat(ColdProcess.essence("noise\n[ERROR] no plugin\n[ERROR] [Help 1]\n"))
                .isEqualTo("no plugin");
        assertThat(ColdProcess.essence("[\033[1;31mERROR\033[m] no plugin\n\033[0m\033[0m\n"))
                .isEqualTo("no plugin");
        assertThat(ColdProcess.essence("\n")).isEqualTo("it said nothing");
    }

    @Test
    void oneThatIsNotThereIsTold() {
        assertThatThrownBy(() -> process().run(List.of("./no-such-program"), ""))
                .isInstanceOf(CannotMeasure.class)
                .hasMessage("'./no-such-program' cannot be started here");
    }

    @Test
    void theSummaryOfACiServiceIsNotWrittenTo() throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GITHUB_STEP_SUMMARY", "somewhere");

        ColdProcess.Answer answer = new ColdProcess(folder, environment)
                .with("MORE", "more")
                .ask(List.of("sh", "-c", "echo \"<$GITHUB_STEP_SUMMARY$MORE>\"; exit 1"));

        assertThat(answer).isEqualTo(new ColdProcess.Answer(1, "<more>"));
    }

    @Test
    void anArchiveIsBeingMadeAsLongAsItsListLiesThere() throws Exception {
        assertThat(Launcher.isArchiving(folder.resolve("none"))).isFalse();
        Path build = Files.createDirectory(folder.resolve("20260101-1"));
        Files.createFile(build.resolve("check-1-2.jsa"));
        assertThat(Launcher.isArchiving(folder)).isFalse();

        Files.createFile(build.resolve("check-1-2.list.77"));
        assertThat(Launcher.isArchiving(folder)).isTrue();
    }

    private ColdProcess process() {
        return new ColdProcess(folder, System.getenv());
    }
}
