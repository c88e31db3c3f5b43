package dev.lexlab.check.learner;

import dev.lexlab.lab.text.Sink;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code lexlab/note/v1}: one flat object. Read strictly, since a count that is guessed is no count. */
final class NoteJson {
    private static final String SCHEMA = "lexlab/note/v1";
    private static final String HINTS = "hintsUsed";
    private static final String SOLUTION = "solutionSeen";

    private static final JsonFactory JSON = new JsonFactory();

    private NoteJson() {}

    static byte[] write(Note note) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeNumberProperty(HINTS, note.hintsUsed());
            json.writeBooleanProperty(SOLUTION, note.solutionSeen());
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /**
     * Reads what was written.
     *
     * @throws Unreadable with the reason, in words for the learner
     */
    static Note read(byte[] document) throws Unreadable {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), document)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("it is no JSON object");
            }
            String schema = "";
            int hints = -1;
            Boolean solution = null;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = String.valueOf(json.currentName());
                JsonToken value = json.nextToken();
                if (name.equals("schema") && value == JsonToken.VALUE_STRING) {
                    schema = json.getString();
                } else if (name.equals(HINTS) && value == JsonToken.VALUE_NUMBER_INT && json.getIntValue() >= 0) {
                    hints = json.getIntValue();
                } else if (name.equals(SOLUTION) && value.isBoolean()) {
                    solution = json.getBooleanValue();
                } else {
                    throw new Unreadable("'" + Sink.TERMINAL.encode(name) + "' is not as we write it");
                }
            }
            if (json.nextToken() != null) {
                throw new Unreadable("something stands behind its end");
            }
            if (!schema.equals(SCHEMA) || hints < 0 || solution == null) {
                throw new Unreadable("it is no whole " + SCHEMA);
            }
            return new Note(hints, solution);
        } catch (JacksonException e) {
            throw new Unreadable("line "
                    + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " is not JSON");
        }
    }

    /** Not what we wrote. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
