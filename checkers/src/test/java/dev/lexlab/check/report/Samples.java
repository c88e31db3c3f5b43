package dev.lexlab.check.report;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Exhibit.Message;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Diagnosis;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Run;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results for reports. */
final class Samples {
    /** All that a hostile learner could try in one text, for every place it may end up in. */
    static final String HOSTILE = """
            ::set-output name=pwned::yes
               ::error file=x::you
            ##[command]x ##vso[task.setvariable variable=a]b ##teamcity[buildStatus text='x']
            <script>alert(1)</script><img src=x onerror=alert(1)>
            </pre></code></details></main><h1>pwned</h1>
            </title><style>*{display:none}</style><svg onload=alert(1)>
            "'><a href='javascript:alert(1)'>x</a>
            ]]></failure></testcase></testsuite><testsuite name='pwned'/>
            <!-- <![CDATA[ &lt; &#x3c;
            | pwned | row |
            # pwned
            ```` ~~~ </details>
            [x](javascript:alert(1)) ![y](http://example.org/z.png) @everyone <http://example.org>
            \u001b[2J\u001b]0;title\u0007\u0000\u0008\u007f\u009b31m\r\u202epwned\u2028
            \ud800 lone, \ufffe no character""";

    private Samples() {}

    static Result result(CheckResult... checks) {
        return new Result(grade(checks), run(Map.of()));
    }

    static Grade grade(CheckResult... checks) {
        return new Grade("demo", "first", "aa", "bb", 42, "containers", List.of(checks));
    }

    static Run run(Map<String, List<Exhibit>> evidence) {
        return new Run(Instant.parse("2026-11-22T10:15:30Z"), 1234, "Linux amd64, 2 processors", "engine", 1, evidence);
    }

    static CheckResult check(String id, Verdict verdict, Feedback feedback) {
        Optional<String> blocker = verdict == Verdict.BLOCKED ? Optional.of("a") : Optional.empty();
        return new CheckResult(
                id,
                "It is so: " + id,
                2,
                verdict,
                verdict == Verdict.PASSED ? Optional.empty() : Optional.of(feedback),
                blocker);
    }

    static Feedback everywhere(String text) {
        Untrusted untrusted = Untrusted.of(text);
        return new Feedback(
                text,
                Optional.of(untrusted),
                Optional.of(untrusted),
                Optional.of(new Place(text, 3, 7)),
                Optional.of(text),
                Optional.of("constraint"),
                Optional.of(new Diagnosis("no-rule", text)),
                Optional.of(new Reproduction("visitor", untrusted)));
    }

    /** Every verdict, with the text in every place that takes one. */
    static Result everyVerdict(String text) {
        List<CheckResult> checks = new ArrayList<>();
        Map<String, List<Exhibit>> evidence = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            String id = String.valueOf((char) ('a' + checks.size()));
            checks.add(check(id, verdict, everywhere(text)));
            evidence.put(id, List.of(new Exhibit.Text(text, Untrusted.of(text)), trace(text)));
        }
        return new Result(grade(checks.toArray(CheckResult[]::new)), run(evidence));
    }

    static Exhibit.Trace trace(String text) {
        return new Exhibit.Trace(
                text,
                List.of(
                        message("visitor", "relay", "GET /", false),
                        message("relay", text, text, false),
                        message(text, "relay", text, true),
                        message("relay", "relay", text, false),
                        message("relay", "visitor", "200", true)),
                9);
    }

    static Message message(String from, String to, String what, boolean isReply) {
        return new Message(Untrusted.of(from), Untrusted.of(to), Untrusted.of(what), isReply);
    }
}
