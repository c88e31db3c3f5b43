package dev.lexlab.lab.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema against the writer, and against our own reader, by a validator that is not ours. */
class ResultSchemaTest {
    private static final Schema SCHEMA = schema();

    @Test
    void describesEveryDocumentThatIsWritten() {
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        int withEvidence = 0;
        for (int seed = 0; seed < 150; seed++) {
            Result result = AnyResult.of(seed);
            result.grade().checks().forEach(check -> seen.add(check.verdict()));
            withEvidence += result.run().evidence().isEmpty() ? 0 : 1;

            assertThat(faults(new String(ResultJson.write(result.grade(), result.run()), UTF_8)))
                    .as("seed %d", seed)
                    .isEmpty();
        }

        assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
        assertThat(withEvidence).isBetween(30, 140);
    }

    /** Each line takes the sample to something that nobody may write: what to replace, and by what. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"seed\" : 7 | \"seed\" : 7, \"extra\" : 1",
                "\"seed\" : 7 | \"seed\" : \"7\"",
                "\"seed\" : 7, | ``",
                "lexlab/result/v1 | lexlab/result/v2",
                "\"PASSED\" | \"GREAT\"",
                "\"points\" : 2 | \"points\" : null",
                "\"points\" : 0 | \"points\" : 1",
                "\"points\" : null | \"points\" : 0",
                "\"blockedBy\" : \"b\", | ``",
                "\"verdict\" : \"PASSED\" | \"verdict\" : \"ERROR\"",
                "\"says\" : \"It is.\", | ``",
                "\"length\" : 4 | \"length\" : -1",
                "\"line\" : 3 | \"line\" : -3",
                "\"file\" : \"a.sql\", | ``",
                "\"term\" : \"constraint\" | \"term\" : \"No Slug\"",
                "\"milliseconds\" : 12 | \"milliseconds\" : 12.5",
                "2026-11-22T10:15:30Z | yesterday",
                "\"reply\" : true | \"reply\" : 1",
                "\"messages\" : 1 | \"mesages\" : 1",
                "\"title\" : \"a log\", | ``"
            })
    void refusesWhatNobodyMayWrite(String from, String to) {
        String sample =
                new String(ResultJson.write(ResultReaderTest.SAMPLE.grade(), ResultReaderTest.SAMPLE.run()), UTF_8);
        assertThat(faults(sample)).isEmpty();
        assertThat(sample).contains(from);

        assertThat(faults(sample.replaceFirst(Pattern.quote(from), to))).isNotEmpty();
    }

    private static List<?> faults(String document) {
        return SCHEMA.validate(document, InputFormat.JSON);
    }

    private static Schema schema() {
        try (InputStream schema = ResultJson.schema().openStream()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
