package dev.lexlab.check.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One text out of somebody else's JSON file. */
final class Json {

    private Json() {}

    /** The text under these keys; empty where the file or the text is not there, or is not JSON. */
    static Optional<String> text(Path file, String... keys) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
            return find(parser, keys);
        } catch (IOException | JacksonException e) {
            return Optional.empty(); // the docker command says what is wrong with its own files
        }
    }

    private static Optional<String> find(JsonParser parser, String... keys) {
        JsonToken token = parser.nextToken();
        for (String key : keys) {
            if (token != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME
                    && !parser.currentName().equals(key)) {
                parser.nextToken();
                parser.skipChildren();
            }
            if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
                return Optional.empty();
            }
            token = parser.nextToken();
        }
        return token == JsonToken.VALUE_STRING ? Optional.of(parser.getString()) : Optional.empty();
    }
}
