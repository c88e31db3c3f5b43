package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Diagnosis;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class JUnitXmlTest {

    @Test
    void countsEveryVerdictAsBuildToolsDo() {
        Feedback hostile = new Feedback(
                "a ]]> & <b>\u0000",
                Optional.empty(),
                Optional.of(Untrusted.of("\u001b[31m\"seen\"")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Result result = Samples.result(
                result("a", Verdict.PASSED, Optional.empty()),
                result("b", Verdict.FAILED, Optional.of(hostile)),
                result("c", Verdict.BLOCKED, Optional.of(Feedback.of("not tried"))),
                result("d", Verdict.ERROR, Optional.of(Feedback.of("the server is gone"))));

        assertThat(JUnitXml.document("demo.first", result)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="demo.first" tests="4" failures="1" errors="1" skipped="1" time="0">
                  <testcase classname="demo.first" name="a" time="0"/>
                  <testcase classname="demo.first" name="b" time="0">
                    <failure message="a ]]&gt; &amp; &lt;b&gt;␀" type="FAILED">It is so
                seen: ␛[31m&quot;seen&quot;</failure>
                  </testcase>
                  <testcase classname="demo.first" name="c" time="0">
                    <skipped message="not tried">It is so</skipped>
                  </testcase>
                  <testcase classname="demo.first" name="d" time="0">
                    <error message="the server is gone" type="ERROR">It is so</error>
                  </testcase>
                </testsuite>
                """);
    }

    @Test
    void tellsWhatToDoAndShowsEvidenceAsOutput() {
        Feedback feedback = new Feedback(
                "no",
                Optional.of(Untrusted.of("yes\nor more")),
                Optional.empty(),
                Optional.of(new Place("a.txt", 1, 2)),
                Optional.of("write yes"),
                Optional.of("file"),
                Optional.of(new Diagnosis("empty", "It is empty.")),
                Optional.of(new Reproduction("visitor", Untrusted.of("cat a.txt"))));
        Exhibit.Trace trace = new Exhibit.Trace(
                "who asked",
                List.of(Samples.message("A", "B", "ask", false), Samples.message("B", "A", "no", true)),
                3);
        Exhibit log = new Exhibit.Text("log", Untrusted.of("one\ntwo\n"));
        Result result = new Result(
                Samples.grade(result("a", Verdict.FAILED, Optional.of(feedback))),
                Samples.run(Map.of("a", List.of(log, trace))));

        assertThat(JUnitXml.document("demo.first", result)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="demo.first" tests="1" failures="1" errors="0" skipped="0" time="0">
                  <testcase classname="demo.first" name="a" time="0">
                    <failure message="no" type="FAILED">It is so
                where: a.txt:1:2
                expected: yes
                    | or more
                likely: It is empty.
                next: write yes
                read: ./lexlab term file
                reproduce: cat a.txt
                  in: ./lexlab shell demo/first --as visitor</failure>
                    <system-out>log:
                    | one
                    | two
                who asked:
                    | A to B: ask
                    | B answers A: no
                    | … and 1 more; ./lexlab check --json FILE writes them
                </system-out>
                  </testcase>
                </testsuite>
                """);
    }

    @Test
    void hostileTextIsTextAndNoLineOfItIsACommand() throws Exception {
        Document xml = parsed(Samples.everyVerdict(Samples.HOSTILE));

        assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(6);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("*").getLength()).isEqualTo(18);
        String text = xml.getDocumentElement().getTextContent();
        assertThat(text).contains("<script>alert(1)</script>", "␛[2J").doesNotContain("::", "##[", "##vso[");
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::"));
    }

    @Test
    void showsLongValuesShortAndNamesTheCommandThatShowsAll() throws Exception {
        Document xml = parsed(Samples.everyVerdict("x".repeat(70_000)));

        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
                .contains("\nseen: " + "x".repeat(4000)
                        + " … (70000 characters in all; ./lexlab check --json FILE writes them)\n");
    }

    private static Document parsed(Result result) throws Exception {
        byte[] document = JUnitXml.document("demo.first", result).getBytes(UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(document));
    }

    private static CheckResult result(String id, Verdict verdict, Optional<Feedback> feedback) {
        return new CheckResult(id, "It is so", 2, verdict, feedback, Optional.empty());
    }
}
