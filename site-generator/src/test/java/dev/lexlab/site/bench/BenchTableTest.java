package dev.lexlab.site.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchTableTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BenchTable table = new BenchTable(new Console(
            new PrintStream(out, true, UTF_8), new PrintStream(OutputStream.nullOutputStream()), false, false));

    @Test
    void eachRowHasItsFigureItsRatioAndItsGoal() {
        table.head();
        table.row(row(Kind.COLD, Markup.ASCIIDOC, 1000, List.of(9.5, 8.0, 20.0), List.of(10.0, 9.0, 8.0)));
        table.row(row(Kind.COLD, Markup.MARKDOWN, 1000, List.of(2.6), List.of(2.0)));
        table.row(row(Kind.COLD, Markup.MARKDOWN, 100, List.of(9.0), List.of(1.0)));
        table.row(row(Kind.NO_OP, Markup.MARKDOWN, 1000, List.of(0.501), List.of()));
        ExitCode code = table.sum(Duration.ofSeconds(61), "a machine");

        assertThat(code).isEqualTo(ExitCode.YES);
        assertThat(out.toString(UTF_8)).isEqualTo("""
                                              figure       min–max  times reference   ratio  goal
                ✘ adoc-1000-cold              9.50 s     8.00–20.0      3      9.00   ×1.06  ≤ ref. × 1.00, not met
                ✔ md-1000-cold                2.60 s     2.60–2.60      1      2.00   ×1.30  ≤ ref. × 1.30, met
                · md-100-cold                 9.00 s     9.00–9.00      1      1.00   ×9.00  –
                ✘ md-1000-no-op               0.50 s     0.50–0.50      1         –       –  ≤ 0.50 s, not met

                Medians, but for percentiles; s and ms are time, MB a million bytes. What the rows are about, and what they are held against, measured in turn:
                  cold: `./lexlab site` without caches and output, from its start to its end
                    held against the bare engine on the same bodies, which only converts and writes: AsciidoctorJ with Rouge; flexmark, jsoup and a FreeMarker page with 100 links
                  no-op: `./lexlab site` again, with nothing changed
                a machine

                goals not met: 2; met: 1 of 3 in 61 s
                """);
    }

    @Test
    void aSaveIsJudgedByWhatNearlyAllStayWithin() {
        List<Double> forty =
                IntStream.rangeClosed(1, 40).mapToObj(i -> 111.0 + i).toList();

        Row nearly = row(Kind.SAVE_95, Markup.MARKDOWN, 1000, forty, List.of());
        Row half = row(Kind.SAVE_50, Markup.MARKDOWN, 1000, forty, List.of());

        assertThat(nearly.figure()).isEqualTo(149);
        assertThat(nearly.isMet()).contains(true);
        assertThat(half.figure()).isEqualTo(131.5);
        assertThat(half.isMet()).isEmpty();
    }

    @Test
    void aPageOfALargeSiteMayCostAFifthMore() {
        assertThat(row(Kind.GROWTH, Markup.ASCIIDOC, 5000, List.of(12.0), List.of(10.0))
                        .isMet())
                .contains(true);
        assertThat(row(Kind.GROWTH, Markup.ASCIIDOC, 5000, List.of(12.1), List.of(10.0))
                        .isMet())
                .contains(false);
    }

    @Test
    void memoryAndMetGoals() {
        table.row(row(Kind.PEAK, Markup.ASCIIDOC, 1000, List.of(700.0), List.of(350.0)));

        assertThat(table.sum(Duration.ZERO, "")).isEqualTo(ExitCode.YES);
        assertThat(out.toString(UTF_8))
                .startsWith(
                        "✔ adoc-1000-cold-peak         700 MB       700–700      1       350   ×2.00  ≤ 700 MB, met\n")
                .endsWith("\ngoals met: 1 of 1 in 0 s\n");
    }

    @Test
    void whatCouldNotBeMeasuredIsToldInOneLineAndDecidesTheAnswer() {
        table.row(row(Kind.NO_OP, Markup.MARKDOWN, 1000, List.of(0.2), List.of()));
        table.notMeasured("adoc-10-builds", "it ended\n  with 1\u001b[2J");

        assertThat(table.sum(Duration.ZERO, "")).isEqualTo(ExitCode.COULD_NOT);
        assertThat(out.toString(UTF_8))
                .contains("\n? adoc-10-builds           could not measure: it ended with 1")
                .doesNotContain("\u001b")
                .endsWith("\ncould not measure: 1; goals met: 1 of 1 in 0 s\n");
    }

    private static Row row(Kind kind, Markup markup, int pages, List<Double> values, List<Double> references) {
        return Row.of(
                kind,
                markup,
                pages,
                new Sample(values),
                references.isEmpty() ? Optional.empty() : Optional.of(new Sample(references)));
    }
}
