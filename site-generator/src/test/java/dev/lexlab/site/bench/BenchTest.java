package dev.lexlab.site.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.site.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All of it once, on real processes; what they take is nobody's business here. */
class BenchTest {
    private static final Plan SMALL = new Plan(List.of(10), List.of(Markup.MARKDOWN), 1, 1, true);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);

    @Test
    void measuresBuildsAndSavesBesideTheBareEngine() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());

        ExitCode code = new Bench(new Lexlab(command, Optional.empty()), console).run(SMALL);

        assertThat(out.toString(UTF_8))
                .containsPattern("(?m)^· md-10-cold +\\d[\\d.]* s +\\S+ +1 +\\d[\\d.]* +×\\d[\\d.]*  –$")
                .containsPattern("(?m)^· md-10-cold-cpu +\\d[\\d.]* s ")
                .containsPattern("(?m)^· md-10-no-op +\\d[\\d.]* s ")
                .containsPattern("(?m)^· md-10-edit +\\d[\\d.]* s ")
                .containsPattern("(?m)^· md-10-save-p95 +\\d[\\d.]* ms +\\S+ +1 ")
                .endsWith(" s\n");
        assertThat(code).isEqualTo(ExitCode.YES);
        Matcher kept = Pattern.compile("Kept: (.*)").matcher(err.toString(UTF_8));
        assertThat(kept.find()).isTrue();
        Path folder = Path.of(kept.group(1));
        assertThat(folder.resolve("md-10/course/target/site/index.html")).exists();
        Trees.delete(folder);
    }

    @Test
    void whatDoesNotBuildIsNoFigure() throws Exception {
        Plan plan = new Plan(List.of(1), List.of(Markup.MARKDOWN), 1, 1, false);
        Lexlab broken = new Lexlab(List.of("sh", "-c", "echo no; exit 1", "lexlab"), Optional.empty());

        assertThat(new Bench(broken, console).run(plan)).isEqualTo(ExitCode.COULD_NOT);

        assertThat(out.toString(UTF_8))
                .containsPattern("(?m)^\\? md-1-builds +could not measure: 'sh .*' ended with 1: no$")
                .containsPattern("(?m)^\\? md-1-serve +could not measure: './lexlab serve' ended: no$")
                .containsPattern("\ncould not measure: 2; goals met: 0 of 0 in \\d+ s\n$");
    }
}
