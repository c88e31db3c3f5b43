package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Diagnosis;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.ResultJson;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Reads the page as a browser would. */
class HtmlReportTest {
    private static final Feedback WHOLE = new Feedback(
            "two bookings of room amber overlap",
            Optional.of(Untrusted.of("the second one refused with 23P01")),
            Optional.of(Untrusted.of("accepted\n  twice")),
            Optional.of(new Place("schema.sql", 12, 3)),
            Optional.of("Use EXCLUDE."),
            Optional.of("constraint"),
            Optional.of(new Diagnosis("no-rule", "There is no rule against this.")),
            Optional.of(new Reproduction("visitor", Untrusted.of("psql -c \"SELECT 1\""))));

    @Test
    void tellsOfEachCheckAllThereIs() {
        Document page = page(Samples.result(
                Samples.check("a", Verdict.PASSED, WHOLE),
                Samples.check("b", Verdict.FAILED, WHOLE),
                Samples.check("c", Verdict.BLOCKED, Feedback.of("not tried, because 'b' did not pass"))));

        assertThat(page.title()).isEqualTo("not yet: demo/first");
        assertThat(page.select(".sum").text()).isEqualTo("✘ not yet 1 of 3 checks, 2 of 6 points");
        assertThat(page.select(".pointer").text()).isEqualTo("First to look at: two bookings of room amber overlap");
        assertThat(page.select(".overview tbody tr").eachText())
                .containsExactly("✔ passed It is so: a 2/2", "✘ failed It is so: b 0/2", "· not tried It is so: c 0/2");
        Element failed = page.expectFirst("#t1-b");
        assertThat(failed.select(".summary").text()).isEqualTo("two bookings of room amber overlap");
        assertThat(failed.select("dl > div").eachText())
                .containsExactly(
                        "where schema.sql:12:3",
                        "expected the second one refused with 23P01",
                        "seen accepted\n  twice",
                        "likely There is no rule against this.",
                        "next Use EXCLUDE.",
                        "read ./lexlab term constraint",
                        "reproduce psql -c \"SELECT 1\" in ./lexlab shell demo/first --as visitor");
        assertThat(failed.select(".first").text()).isEqualTo("First to look at");
        assertThat(page.select(".first")).hasSize(1);
        assertThat(page.select(".facts").text())
                .contains("./lexlab check demo/first --seed 42", "2026-11-22T10:15:30Z, 1.2 s", "hints used 1");
    }

    @Test
    void saysEveryVerdictInASignAndAWordAndNotInColourAlone() {
        Document page = page(Samples.everyVerdict("x"));

        assertThat(page.select(".overview .verdict").eachText())
                .containsExactly(
                        "✔ passed",
                        "✘ failed",
                        "✘ cannot be run yet",
                        "✘ no end in sight",
                        "· not tried",
                        "? could not be graded");
        assertThat(page.select(".sum").text()).startsWith("? could not grade");
        assertThat(page.select("#t1-f .points").text()).isEqualTo("? of 2 points");
        assertThat(page.select("#t1-d dt").eachText()).contains("waited for", "last seen");
    }

    @Test
    void everyLinkInItLeadsSomewhereInIt() {
        Document page = page(Samples.everyVerdict("x"));

        assertThat(page.select("a")).isNotEmpty().allSatisfy(link -> {
            assertThat(link.attr("href")).startsWith("#");
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        });
    }

    /** The text may be seen everywhere; the page's elements are the same as for a harmless one. */
    @Test
    void hostileTextIsTextAndNothingElse() {
        Document hostile = page(Samples.everyVerdict(Samples.HOSTILE));
        Document harmless = page(Samples.everyVerdict("a\n".repeat(15)));

        assertThat(shape(hostile)).isEqualTo(shape(harmless));
        assertThat(hostile.select("script, img, iframe, object, [onload], [onerror], [style]"))
                .isEmpty();
        assertThat(hostile.select("#t1-b .exhibit > details > pre").text())
                .isEqualTo(Sink.TERMINAL.encode(Samples.HOSTILE));
        assertThat(hostile.wholeText().codePoints().filter(c -> c < 0x20 && c != '\n' && c != '\t'))
                .isEmpty();
    }

    @Test
    void theOnlyStyleIsTheOneThatThePolicyAllowsAndNoScriptIs() throws Exception {
        Document page = page(Samples.everyVerdict("x"));
        String style = page.expectFirst("style").data();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));

        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'");
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("script, link, [src]")).isEmpty();
        assertThat(style).doesNotContain("url(", "@import");
    }

    @Test
    void keepsLongTextsWholeAndFolded() {
        String flood = "line of a log\n".repeat(3000);
        Document page = page(Samples.everyVerdict(flood));

        Element seen = page.select("#t1-b dl > div").get(2).expectFirst("details");
        assertThat(seen.hasAttr("open")).isFalse();
        assertThat(seen.select("summary").text()).isEqualTo("3,000 lines, beginning with line of a log");
        assertThat(seen.expectFirst("pre").wholeText()).isEqualTo(flood);
        assertThat(seen.select(".fine")).isEmpty();
    }

    @Test
    void saysWhereTheResultItselfWasCut() {
        Document page = page(Samples.everyVerdict("x".repeat(Untrusted.CAP + 1000)));

        assertThat(page.select("#t1-b dl > div").get(2).select(".fine").text())
                .isEqualTo("cut here: the first 65,536 of 66,536 characters were kept");
        assertThat(page.select("#t1-b dl > div").get(2).select("pre").text()).hasSize(Untrusted.CAP);
    }

    @Test
    void drawsATraceAndTellsItInWords() {
        Exhibit.Trace trace = new Exhibit.Trace(
                "who asked whom",
                List.of(
                        Samples.message("visitor", "relay", "GET /", false),
                        Samples.message("relay", "visitor", "200: hello", true)),
                2);
        Result result = new Result(
                Samples.grade(Samples.check("a", Verdict.PASSED, WHOLE)), Samples.run(Map.of("a", List.of(trace))));

        Document page = page(result);

        assertThat(page.select("#t1-a .exhibit > summary").text()).isEqualTo("who asked whom");
        Element svg = page.expectFirst("svg");
        assertThat(svg.attr("role")).isEqualTo("img");
        for (String id : svg.attr("aria-labelledby").split(" ", -1)) {
            assertThat(svg.getElementById(id)).isNotNull();
        }
        assertThat(svg.select("title").text()).isEqualTo("who asked whom");
        assertThat(svg.select("desc").text())
                .isEqualTo("2 messages between visitor, relay. The list that follows has them in words.");
        assertThat(page.select(".messages li").eachText())
                .containsExactly("visitor to relay: GET /", "relay answers visitor: 200: hello");
    }

    @Test
    void isTheSameFromTheFileAsFromTheGradingAndTheSameTwice() throws Exception {
        Result result = Samples.everyVerdict(Samples.HOSTILE.replace("\ud800", ""));
        Result read = ResultJson.read(ResultJson.write(result.grade(), result.run()), "result.json");

        assertThat(HtmlReport.document(List.of(read)))
                .isEqualTo(HtmlReport.document(List.of(result)))
                .isEqualTo(HtmlReport.document(List.of(result)));
    }

    @Test
    void holdsSeveralTasksWithNamesOfTheirOwn() {
        Result one = Samples.everyVerdict("x");
        Document page = Jsoup.parse(HtmlReport.document(List.of(one, one)));

        assertThat(page.select("article")).hasSize(2);
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates().contains("t1-a", "t2-a");
    }

    private static Document page(Result result) {
        return Jsoup.parse(HtmlReport.document(List.of(result)));
    }

    /** Its elements and attributes' names, without text. */
    private static List<String> shape(Document page) {
        return page.body().getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(attribute -> " " + attribute.getKey())
                                .reduce("", String::concat))
                .toList();
    }
}
