package dev.lexlab.lab.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.text.Untrusted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
    private static final Run RUN = new Run(Instant.parse("2026-11-22T10:15:30Z"), 1234, "Linux", "engine", 0, Map.of());

    @Test
    void writesKeysInAFixedOrderAndNoPointsForAnError() {
        CheckResult passed =
                new CheckResult("loads", "It loads", 2, Verdict.PASSED, Optional.empty(), Optional.empty());
        CheckResult error = new CheckResult(
                "holds",
                "It holds",
                3,
                Verdict.ERROR,
                Optional.of(Feedback.of("the server is gone")),
                Optional.empty());

        assertThat(new String(ResultJson.write(grade(passed, error), RUN), UTF_8))
                .isEqualTo("""
                {
                  "schema" : "lexlab/result/v1",
                  "grade" : {
                    "lab" : "demo",
                    "task" : "first",
                    "submission" : "aa",
                    "fingerprint" : "bb",
                    "seed" : 42,
                    "environment" : "containers",
                    "checks" : [
                      {
                        "id" : "loads",
                        "sentence" : "It loads",
                        "verdict" : "PASSED",
                        "points" : 2,
                        "maximum" : 2
                      },
                      {
                        "id" : "holds",
                        "sentence" : "It holds",
                        "verdict" : "ERROR",
                        "points" : null,
                        "maximum" : 3,
                        "feedback" : {
                          "summary" : "the server is gone"
                        }
                      }
                    ]
                  },
                  "run" : {
                    "started" : "2026-11-22T10:15:30Z",
                    "milliseconds" : 1234,
                    "machine" : "Linux",
                    "engine" : "engine",
                    "hintsUsed" : 0
                  }
                }
                """);
    }

    @Test
    void keepsLongTextOfTheLearnerUpToTheCapAndSaysItsLength() {
        Feedback feedback = new Feedback(
                "odd",
                Optional.empty(),
                Optional.of(Untrusted.of("x".repeat(Untrusted.CAP + 5))),
                Optional.of(new Place("schema.sql", 3, 7)),
                Optional.of("look"),
                Optional.of("constraint"),
                Optional.of(new Feedback.Diagnosis("no-rule", "There is no rule.")),
                Optional.empty());

        String json = new String(ResultJson.grade(grade(failed(feedback))), UTF_8);

        assertThat(json)
                .contains("x".repeat(Untrusted.CAP) + "\"")
                .contains("\"length\" : " + (Untrusted.CAP + 5))
                .contains("\"line\" : 3")
                .contains("\"diagnosis\" : \"no-rule\"");
    }

    @Test
    void survivesHalfASurrogatePair() {
        String json = new String(ResultJson.grade(grade(failed(Feedback.of("a\ud800b")))), UTF_8);

        assertThat(json).contains("\"summary\" : \"a\ufffdb\"");
    }

    @Test
    void readsBackWhereALearnerStands() {
        CheckResult passed =
                new CheckResult("loads", "It loads", 2, Verdict.PASSED, Optional.empty(), Optional.empty());
        byte[] document = ResultJson.write(grade(passed, failed(Feedback.of("\"verdict\" : \"PASSED\""))), RUN);

        assertThat(ResultJson.summary(document))
                .contains(new Summary(1, 2, 0, 2, 3, "aa", Optional.of(Instant.parse("2026-11-22T10:15:30Z"))));
        assertThat(ResultJson.summary("{\"schema\":\"other\"}".getBytes(UTF_8))).isEmpty();
        assertThat(ResultJson.summary("{\"sch".getBytes(UTF_8))).isEmpty();
    }

    private static CheckResult failed(Feedback feedback) {
        return new CheckResult("fails", "It fails", 1, Verdict.FAILED, Optional.of(feedback), Optional.empty());
    }

    private static Grade grade(CheckResult... checks) {
        return new Grade("demo", "first", "aa", "bb", 42, "containers", List.of(checks));
    }
}
