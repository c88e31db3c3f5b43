package dev.lexlab.lab.result;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads of a result what {@link Summary} has, by where it stands; what else is there does not matter. */
final class SummaryReader {
    private static final JsonFactory JSON = new JsonFactory();

    private boolean isOurs;
    private int passed;
    private int checks;
    private int errors;
    private int points;
    private int maximum;
    private String submission = "";
    private @Nullable Instant started;

    private SummaryReader() {}

    static Optional<Summary> read(byte[] document) {
        SummaryReader reader = new SummaryReader();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), document)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()) {
                    String place = json.streamReadContext().pathAsPointer().toString();
                    // A check's place in the list does not matter.
                    reader.take(place.replaceFirst("^/grade/checks/\\d+/", "/grade/checks/*/"), json);
                }
            }
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
        return reader.summary();
    }

    private Optional<Summary> summary() {
        return isOurs
                ? Optional.of(
                        new Summary(passed, checks, errors, points, maximum, submission, Optional.ofNullable(started)))
                : Optional.empty();
    }

    private void take(String place, JsonParser json) {
        switch (place) {
            case "/schema" -> isOurs = json.getString().equals(ResultJson.SCHEMA);
            case "/grade/submission" -> submission = json.getString();
            case "/run/started" -> started = Instant.parse(json.getString());
            case "/grade/checks/*/verdict" -> count(json.getString());
            case "/grade/checks/*/points" ->
                points += json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : 0;
            case "/grade/checks/*/maximum" -> maximum += json.getIntValue();
            default -> {
                // the rest is for others
            }
        }
    }

    private void count(String verdict) {
        checks++;
        passed += verdict.equals(Verdict.PASSED.name()) ? 1 : 0;
        errors += verdict.equals(Verdict.ERROR.name()) ? 1 : 0;
    }
}
