package dev.lexlab.lab.result;

import dev.lexlab.lab.text.Untrusted;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** The door: {@code lexlab/result/v1}. Keys stand in a fixed order, so equal grades are equal bytes. */
public final class ResultJson {
    public static final String SCHEMA = "lexlab/result/v1";

    private static final String SCHEMA_FILE = "result-v1.schema.json";
    private static final JsonFactory JSON = new JsonFactory();

    private ResultJson() {}

    /** The whole document. */
    public static byte[] write(Grade grade, Run run) {
        return document(json -> {
            json.writeStringProperty("schema", SCHEMA);
            json.writeName("grade");
            writeGrade(json, grade);
            json.writeName("run");
            writeRun(json, run);
        });
    }

    /** The part that is the same whenever submission, seed and fingerprint are. */
    public static byte[] grade(Grade grade) {
        return document(json -> {
            json.writeName("grade");
            writeGrade(json, grade);
        });
    }

    /**
     * The same, from its bytes; what is not just so is refused.
     *
     * @param file what to call it in a message
     */
    public static Result read(byte[] document, String file) throws Unreadable {
        return ResultReader.read(document, file);
    }

    /** Where the JSON Schema of this format stands on the class path. */
    public static URL schema() {
        return Objects.requireNonNull(ResultJson.class.getResource(SCHEMA_FILE), "the jar holds " + SCHEMA_FILE);
    }

    /** Empty where these bytes are no result of ours. */
    public static Optional<Summary> summary(byte[] document) {
        return SummaryReader.read(document);
    }

    private static byte[] document(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(new IndentedJson(), bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void writeGrade(JsonGenerator json, Grade grade) {
        json.writeStartObject();
        json.writeStringProperty("lab", grade.lab());
        json.writeStringProperty("task", grade.task());
        json.writeStringProperty("submission", grade.submission());
        json.writeStringProperty("fingerprint", grade.fingerprint());
        json.writeNumberProperty("seed", grade.seed());
        json.writeStringProperty("environment", grade.environment());
        json.writeName("checks");
        json.writeStartArray();
        grade.checks().forEach(check -> writeCheck(json, check));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeCheck(JsonGenerator json, CheckResult check) {
        json.writeStartObject();
        json.writeStringProperty("id", check.id());
        json.writeStringProperty("sentence", check.sentence());
        json.writeStringProperty("verdict", check.verdict().name());
        if (check.points().isPresent()) {
            json.writeNumberProperty("points", check.points().get());
        } else {
            json.writeNullProperty("points");
        }
        json.writeNumberProperty("maximum", check.maximum());
        check.blockedBy().ifPresent(id -> json.writeStringProperty("blockedBy", id));
        check.feedback().ifPresent(feedback -> writeFeedback(json, feedback));
        json.writeEndObject();
    }

    private static void writeFeedback(JsonGenerator json, Feedback feedback) {
        json.writeName("feedback");
        json.writeStartObject();
        json.writeStringProperty("summary", wellFormed(feedback.summary()));
        feedback.expected().ifPresent(text -> writeUntrusted(json, "expected", text));
        feedback.seen().ifPresent(text -> writeUntrusted(json, "seen", text));
        feedback.place().ifPresent(place -> {
            json.writeName("place");
            json.writeStartObject();
            json.writeStringProperty("file", wellFormed(place.file()));
            json.writeNumberProperty("line", place.line());
            json.writeNumberProperty("column", place.column());
            json.writeEndObject();
        });
        feedback.diagnosis().ifPresent(diagnosis -> {
            json.writeStringProperty("diagnosis", diagnosis.id());
            json.writeStringProperty("says", diagnosis.says());
        });
        feedback.next().ifPresent(next -> json.writeStringProperty("next", wellFormed(next)));
        feedback.term().ifPresent(term -> json.writeStringProperty("term", term));
        feedback.reproduce().ifPresent(reproduction -> {
            if (!reproduction.machine().isEmpty()) {
                json.writeStringProperty("reproduceOn", reproduction.machine());
            }
            writeUntrusted(json, "reproduce", reproduction.command());
        });
        json.writeEndObject();
    }

    private static void writeUntrusted(JsonGenerator json, String name, Untrusted text) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("text", wellFormed(text.value()));
        json.writeNumberProperty("length", text.length());
        json.writeEndObject();
    }

    private static void writeRun(JsonGenerator json, Run run) {
        json.writeStartObject();
        json.writeStringProperty("started", run.started().toString());
        json.writeNumberProperty("milliseconds", run.milliseconds());
        json.writeStringProperty("machine", run.machine());
        json.writeStringProperty("engine", run.engine());
        json.writeNumberProperty("hintsUsed", run.hintsUsed());
        if (!run.evidence().isEmpty()) {
            json.writeName("evidence");
            json.writeStartObject();
            run.evidence().forEach((check, exhibits) -> {
                json.writeName(check);
                json.writeStartArray();
                exhibits.forEach(exhibit -> writeExhibit(json, exhibit));
                json.writeEndArray();
            });
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeExhibit(JsonGenerator json, Exhibit exhibit) {
        json.writeStartObject();
        json.writeStringProperty("title", wellFormed(exhibit.title()));
        if (exhibit instanceof Exhibit.Text text) {
            writeUntrusted(json, "text", text.text());
        }
        if (exhibit instanceof Exhibit.Trace trace) {
            json.writeName("trace");
            json.writeStartArray();
            trace.messages().forEach(message -> writeMessage(json, message));
            json.writeEndArray();
            json.writeNumberProperty("messages", trace.count());
        }
        json.writeEndObject();
    }

    private static void writeMessage(JsonGenerator json, Exhibit.Message message) {
        json.writeStartObject();
        writeUntrusted(json, "from", message.from());
        writeUntrusted(json, "to", message.to());
        writeUntrusted(json, "what", message.what());
        json.writeBooleanProperty("reply", message.isReply());
        json.writeEndObject();
    }

    /** Half a surrogate pair cannot be written as UTF-8. */
    private static String wellFormed(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, '\ufffd');
            }
        }
        return out == null ? text : out.toString();
    }

    private interface Body {
        void write(JsonGenerator json);
    }
}
