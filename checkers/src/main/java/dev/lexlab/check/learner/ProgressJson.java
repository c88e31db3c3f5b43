package dev.lexlab.check.learner;

import dev.lexlab.lab.result.IndentedJson;
import dev.lexlab.lab.result.Summary;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** {@code lexlab/progress/v1}: where a learner is, for programs. */
public final class ProgressJson {
    private static final String SCHEMA = "lexlab/progress/v1";
    private static final JsonFactory JSON = new JsonFactory();

    private ProgressJson() {}

    /** The whole document, without a line's end. */
    public static String of(Standings standings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(new IndentedJson(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeNumberProperty("points", standings.points());
            json.writeNumberProperty("maximum", standings.maximum());
            json.writeNumberProperty("passed", standings.passed());
            json.writeName("tasks");
            json.writeStartArray();
            standings.all().forEach(standing -> write(json, standing));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, Standing standing) {
        json.writeStartObject();
        json.writeStringProperty("lab", standing.lab().id());
        json.writeStringProperty("task", standing.task().id());
        json.writeStringProperty("title", standing.task().title());
        json.writeStringProperty(
                "state", standing.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeBooleanProperty("stale", standing.isStale());
        json.writeNumberProperty("passed", standing.last().map(Summary::passed).orElse(0));
        json.writeNumberProperty("checks", standing.task().checks().size());
        json.writeNumberProperty("points", standing.points());
        json.writeNumberProperty("maximum", standing.task().points());
        json.writeNumberProperty("hintsUsed", standing.note().hintsUsed());
        json.writeNumberProperty("hints", standing.task().hints().size());
        json.writeBooleanProperty("solutionSeen", standing.note().solutionSeen());
        standing.last()
                .flatMap(Summary::started)
                .ifPresent(time -> json.writeStringProperty("lastChecked", time.toString()));
        json.writeEndObject();
    }
}
