package dev.lexlab.lab.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Exhibit.Message;
import dev.lexlab.lab.result.Feedback.Diagnosis;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.text.Untrusted;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultReaderTest {
    /** One check of each kind that differs in its form, with all there is to say. */
    static final Result SAMPLE = new Result(
            new Grade(
                    "demo",
                    "first",
                    "aa",
                    "bb",
                    7,
                    "containers",
                    List.of(
                            new CheckResult("a", "It is a", 2, Verdict.PASSED, Optional.empty(), Optional.empty()),
                            new CheckResult("b", "It is b", 2, Verdict.FAILED, Optional.of(all()), Optional.empty()),
                            new CheckResult(
                                    "c",
                                    "It is c",
                                    2,
                                    Verdict.BLOCKED,
                                    Optional.of(Feedback.of("not tried")),
                                    Optional.of("b")),
                            new CheckResult(
                                    "d",
                                    "It is d",
                                    2,
                                    Verdict.ERROR,
                                    Optional.of(Feedback.of("gone")),
                                    Optional.empty()))),
            new Run(
                    Instant.parse("2026-11-22T10:15:30Z"),
                    12,
                    "Linux",
                    "engine",
                    1,
                    Map.of(
                            "b",
                            List.of(
                                    new Exhibit.Text("a log", Untrusted.of("started\n")),
                                    new Exhibit.Trace(
                                            "what was asked",
                                            List.of(new Message(
                                                    Untrusted.of("visitor"),
                                                    Untrusted.of("relay"),
                                                    Untrusted.of("GET /"),
                                                    true)),
                                            1)))));

    private static Feedback all() {
        return new Feedback(
                "odd",
                Optional.of(Untrusted.of("more")),
                Optional.of(Untrusted.of("less")),
                Optional.of(new Place("a.sql", 3, 7)),
                Optional.of("look"),
                Optional.of("constraint"),
                Optional.of(new Diagnosis("no-rule", "It is.")),
                Optional.of(new Reproduction("visitor", Untrusted.of("curl relay"))));
    }

    @Test
    void readsBackWhateverIsWritten() throws Unreadable {
        for (int seed = 0; seed < 200; seed++) {
            Result result = AnyResult.of(seed);
            byte[] document = ResultJson.write(result.grade(), result.run());

            Result read = ResultJson.read(document, "result.json");

            assertThat(read).as("seed %d", seed).isEqualTo(result);
            assertThat(ResultJson.write(read.grade(), read.run())).isEqualTo(document);
        }
    }

    @Test
    void keepsTheOrderOfEvidence() throws Unreadable {
        Exhibit log = new Exhibit.Text("log", Untrusted.of("x"));
        Map<String, List<Exhibit>> evidence = new LinkedHashMap<>();
        List.of("d", "a", "c", "b").forEach(id -> evidence.put(id, List.of(log)));
        Run run = new Run(SAMPLE.run().started(), 1, "", "", 0, evidence);

        Result read = ResultJson.read(ResultJson.write(SAMPLE.grade(), run), "result.json");

        assertThat(read.run().evidence()).containsOnlyKeys("d", "a", "c", "b");
        assertThat(String.join("", read.run().evidence().keySet())).isEqualTo("dacb");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"seed\" : 7 | \"sead\" : 7 | r.json:3:13: error: 'seed' is missing",
                "\"seed\" : 7 | \"seed\" : 7, \"sed\" : 1 | r.json:8:25: error: key 'sed' is not known here;"
                        + " did you mean 'seed'?",
                "\"seed\" : 7 | \"seed\" : 7, \"seed\" : 8 | r.json:8:17: error: key 'seed' stands here a second time",
                "\"seed\" : 7 | \"seed\" : \"7\" | r.json:8:14: error: 'seed' must be a whole number, not a text",
                "\"seed\" : 7 | \"seed\" : 7.5 | r.json:8:14: error: only whole numbers stand in a result, not 7.5",
                "\"seed\" : 7 | \"seed\" : 99999999999999999999 | r.json:8:14: error: this number is too large",
                "lexlab/result/v1 | lexlab/result/v2 | r.json:2:14: error: this is a document of 'lexlab/result/v2',"
                        + " not of 'lexlab/result/v1'; ./lexlab check --json FILE writes such a file",
                "\"schema\" : | \"scheme\" : | r.json: error: this is no result of a grading: it has no 'schema';"
                        + " ./lexlab check --json FILE writes such a file",
                "\"FAILED\" | \"FALLED\" | r.json:21:21: error: there is no verdict 'FALLED'; did you mean 'FAILED'?",
                "\"points\" : 2 | \"points\" : 1 | r.json:15:20: error: a check that is PASSED has 2 points of 2",
                "\"points\" : null | \"points\" : 0 | r.json:65:20: error: a check that is ERROR has null points of 2",
                "\"id\" : \"c\" | \"id\" : \"a\" | r.json:51:16: error: check 'a' stands here a second time",
                "\"blockedBy\" : \"b\" | \"blockedBy\" : \"d\" | r.json:56:23: error: no check 'd' stands before this"
                        + " one; did you mean 'a'?",
                "\"length\" : 4 | \"length\" : 3 | r.json:28:24: error: 'length' is 3, less than 4",
                "2026-11-22T10:15:30Z | today | r.json:74:17: error: 'today' is no time; it looks like"
                        + " 2026-11-22T10:15:30Z",
                "\"b\" : [ | \"x\" : [ | r.json:80:13: error: there is no check 'x' in this grade; did you mean 'a'?"
            })
    void saysWhereAndWhyItRefuses(String from, String to, String message) {
        String sample = new String(ResultJson.write(SAMPLE.grade(), SAMPLE.run()), UTF_8);
        assertThat(sample).contains(from);
        int at = sample.indexOf(from);
        String changed = sample.substring(0, at) + to + sample.substring(at + from.length());

        assertThatThrownBy(() -> ResultJson.read(changed.getBytes(UTF_8), "r.json"))
                .isInstanceOf(Unreadable.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`` | r.json: error: the file is empty",
                "[] | r.json:1:1: error: an object must stand here, not a list",
                "{} {} | r.json:1:4: error: something stands behind the end"
            })
    void refusesWhatIsNoResult(String document, String message) {
        assertThatThrownBy(() -> ResultJson.read(document.getBytes(UTF_8), "r.json"))
                .hasMessage(message);
    }

    @Test
    void saysThatHalfAFileIsNoJson() {
        byte[] whole = ResultJson.write(SAMPLE.grade(), SAMPLE.run());
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> ResultJson.read(half, "r.json"))
                .isInstanceOf(Unreadable.class)
                .hasMessageMatching("r\\.json:\\d+:\\d+: error: this is no JSON: .*");
    }
}
