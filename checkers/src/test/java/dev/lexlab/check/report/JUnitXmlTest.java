package dev.lexlab.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        Grade grade = new Grade(
                "demo",
                "first",
                "aa",
                "bb",
                42,
                "containers",
                List.of(
                        result("a", Verdict.PASSED, Optional.empty()),
                        result("b", Verdict.FAILED, Optional.of(hostile)),
                        result("c", Verdict.BLOCKED, Optional.of(Feedback.of("not tried"))),
                        result("d", Verdict.ERROR, Optional.of(Feedback.of("the server is gone")))));

        assertThat(JUnitXml.document("demo.first", grade)).isEqualTo("""
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

    private static CheckResult result(String id, Verdict verdict, Optional<Feedback> feedback) {
        return new CheckResult(id, "It is so", 2, verdict, feedback, Optional.empty());
    }
}
