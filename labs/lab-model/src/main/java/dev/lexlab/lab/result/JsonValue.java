package dev.lexlab.lab.result;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** A value of a JSON document that knows its place. */
sealed interface JsonValue {
    Place place();

    /** As a message calls it: {@code a number}. */
    String kind();

    record Text(Place place, String value) implements JsonValue {
        @Override
        public String kind() {
            return "a text";
        }
    }

    record Whole(Place place, long value) implements JsonValue {
        @Override
        public String kind() {
            return "a number";
        }
    }

    record Flag(Place place, boolean value) implements JsonValue {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    record Nothing(Place place) implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }
    }

    record Listing(Place place, List<JsonValue> values) implements JsonValue {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Keyed(Place place, Map<String, JsonValue> values) implements JsonValue {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** The whole document. */
    static JsonValue of(byte[] document, String file) throws Unreadable {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), document)) {
            if (json.nextToken() == null) {
                throw refused(Place.of(file), "the file is empty", "");
            }
            JsonValue value = value(json, file);
            if (json.nextToken() != null) {
                throw refused(place(json.currentTokenLocation(), file), "something stands behind the end", "");
            }
            return value;
        } catch (StreamReadException e) {
            throw refused(place(e.getLocation(), file), "this is no JSON: " + firstLine(e.getOriginalMessage()), "");
        } catch (JacksonException e) {
            throw refused(Place.of(file), "this is no JSON: " + firstLine(e.getOriginalMessage()), "");
        }
    }

    private static JsonValue value(JsonParser json, String file) throws Unreadable {
        Place place = place(json.currentTokenLocation(), file);
        return switch (json.currentToken()) {
            case START_OBJECT -> keyed(json, place, file);
            case START_ARRAY -> listing(json, place, file);
            case VALUE_STRING -> new Text(place, json.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Flag(place, json.getBooleanValue());
            case VALUE_NULL -> new Nothing(place);
            case VALUE_NUMBER_INT -> whole(json, place);
            default -> throw refused(place, "only whole numbers stand in a result, not " + json.getString(), "");
        };
    }

    private static JsonValue whole(JsonParser json, Place place) throws Unreadable {
        if (json.getNumberType() != JsonParser.NumberType.INT && json.getNumberType() != JsonParser.NumberType.LONG) {
            throw refused(place, "this number is too large", "");
        }
        return new Whole(place, json.getLongValue());
    }

    private static JsonValue keyed(JsonParser json, Place place, String file) throws Unreadable {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            Place keyPlace = place(json.currentTokenLocation(), file);
            json.nextToken();
            if (values.putIfAbsent(key, value(json, file)) != null) {
                throw refused(keyPlace, "key '" + key + "' stands here a second time", "");
            }
        }
        return new Keyed(place, values);
    }

    private static JsonValue listing(JsonParser json, Place place, String file) throws Unreadable {
        List<JsonValue> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json, file));
        }
        return new Listing(place, values);
    }

    private static Place place(TokenStreamLocation location, String file) {
        return new Place(file, Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    static Unreadable refused(Place place, String what, String hint) {
        return new Unreadable(new Problem(place, what, hint));
    }
}
