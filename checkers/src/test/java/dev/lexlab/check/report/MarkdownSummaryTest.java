package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Diagnosis;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {

    @Test
    void isATableAndTheFirstThingToFix() {
        Feedback feedback = new Feedback(
                "two bookings overlap",
                Optional.of(Untrusted.of("a refusal")),
                Optional.of(Untrusted.of("accepted")),
                Optional.of(new Place("schema.sql", 12, 3)),
                Optional.of("Use EXCLUDE"),
                Optional.of("constraint"),
                Optional.of(new Diagnosis("no-rule", "There is no rule")),
                Optional.of(new Reproduction("visitor", Untrusted.of("curl relay"))));

        assertThat(summary(Samples.result(
                        Samples.check("a", Verdict.PASSED, feedback), Samples.check("b", Verdict.FAILED, feedback))))
                .isEqualTo("""
                ## ✘ demo&#47;first: not yet, 1 of 2 checks, 2 of 4 points

                | verdict | what must be so | points |
                | --- | --- | ---: |
                | ✔ passed | It is so&#58; a | 2/2 |
                | ✘ failed | It is so&#58; b | 0/2 |

                ### First to fix: two bookings overlap

                - where: schema&#46;sql&#58;12&#58;3
                - likely: There is no rule
                - next: Use EXCLUDE
                - read: &#46;&#47;lexlab term constraint

                Expected:

                ```text
                a refusal
                ```

                Seen:

                ```text
                accepted
                ```

                Reproduce in &#46;&#47;lexlab shell demo&#47;first &#45;&#45;as visitor:

                ```text
                curl relay
                ```

                Seed 42.

                """);
    }

    @Test
    void saysThatAllPassedAndNoMore() {
        assertThat(summary(Samples.result(Samples.check("a", Verdict.PASSED, Feedback.of("")))))
                .isEqualTo("""
                ## ✔ demo&#47;first: passed, 1 of 1 checks, 2 of 2 points

                | verdict | what must be so | points |
                | --- | --- | ---: |
                | ✔ passed | It is so&#58; a | 2/2 |

                Seed 42.

                """);
    }

    @Test
    void hostileTextIsTextAndNothingElse() {
        for (Verdict verdict : List.of(Verdict.FAILED, Verdict.TIMEOUT, Verdict.ERROR)) {
            Document page = rendered(Samples.result(
                    Samples.check("a", verdict, Samples.everywhere(Samples.HOSTILE)),
                    Samples.check("b", verdict, Samples.everywhere(Samples.HOSTILE))));

            assertThat(page.select("h1, script, img, a, svg, details, style")).isEmpty();
            assertThat(page.select("h2, h3")).hasSize(2);
            assertThat(page.select("table")).hasSize(1);
            assertThat(page.select("tbody tr")).hasSize(2);
            assertThat(page.select("li")).hasSize(4);
            assertThat(page.select("pre")).hasSize(3);
            assertThat(page.select("pre").get(1).text()).isEqualTo(Sink.TERMINAL.encode(Samples.HOSTILE));
        }
    }

    @Test
    void aFenceInTheTextDoesNotEndTheFence() {
        Document page = rendered(Samples.result(
                Samples.check("a", Verdict.FAILED, Samples.everywhere("a\n`````\n# b\n```text\n<b>c</b>"))));

        assertThat(page.select("pre").get(0).text()).isEqualTo("a\n`````\n# b\n```text\n<b>c</b>");
        assertThat(page.select("b, h1")).isEmpty();
    }

    @Test
    void showsLongValuesShortAndSaysSo() {
        assertThat(summary(Samples.result(Samples.check("a", Verdict.FAILED, Samples.everywhere("x".repeat(70_000))))))
                .contains("x".repeat(1500) + "… (70000 characters in all)\n```\n");
    }

    @Test
    void isNeverLargerThanAServiceTakesAndSaysWhereItWasCut() {
        List<Result> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            CheckResult check = Samples.check("a", Verdict.FAILED, Samples.everywhere("ü|".repeat(700)));
            many.add(Samples.result(check, check, check));
        }

        String summary = MarkdownSummary.document(many);

        assertThat(summary.getBytes(UTF_8)).hasSizeBetween(40_000, MarkdownSummary.MOST_BYTES);
        assertThat(summary)
                .endsWith("\n… cut here, because summaries are small; `--json` and `--html` write all of it.\n");
    }

    private static String summary(Result result) {
        return MarkdownSummary.document(List.of(result));
    }

    /** As a service shows it: tables on, and HTML in the text is HTML. */
    private static Document rendered(Result result) {
        List<Extension> tables = List.of(TablesExtension.create());
        String html = HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(summary(result)));
        return Jsoup.parse(html);
    }
}
