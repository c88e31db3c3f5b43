package dev.lexlab.lab.result;

import static dev.lexlab.lab.result.JsonValue.refused;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.text.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An object that is read strictly: every key that is asked for is known, and {@link #refuseOtherKeys} refuses the rest. */
final class JsonMap {
    private final JsonValue.Keyed object;
    private final Set<String> known = new LinkedHashSet<>();

    private JsonMap(JsonValue.Keyed object) {
        this.object = object;
    }

    static JsonMap of(JsonValue value) throws Unreadable {
        if (value instanceof JsonValue.Keyed object) {
            return new JsonMap(object);
        }
        throw refused(value.place(), "an object must stand here, not " + value.kind(), "");
    }

    Place place(String key) {
        JsonValue value = object.values().get(key);
        return value == null ? object.place() : value.place();
    }

    /** For objects whose keys are names. */
    Set<String> keys() {
        known.addAll(object.values().keySet());
        return new LinkedHashSet<>(object.values().keySet());
    }

    boolean has(String key) {
        known.add(key);
        return object.values().containsKey(key);
    }

    boolean isNull(String key) throws Unreadable {
        return value(key) instanceof JsonValue.Nothing;
    }

    String text(String key) throws Unreadable {
        if (value(key) instanceof JsonValue.Text text) {
            return text.value();
        }
        throw wrong(key, "a text");
    }

    Optional<String> optionalText(String key) throws Unreadable {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** At least {@code least}. */
    long whole(String key, long least) throws Unreadable {
        if (value(key) instanceof JsonValue.Whole whole) {
            if (whole.value() < least) {
                throw refused(whole.place(), "'" + key + "' is " + whole.value() + ", less than " + least, "");
            }
            return whole.value();
        }
        throw wrong(key, "a whole number");
    }

    int small(String key, int least) throws Unreadable {
        long value = whole(key, least);
        if (value > Integer.MAX_VALUE) {
            throw refused(place(key), "'" + key + "' is too large", "");
        }
        return (int) value;
    }

    boolean flag(String key) throws Unreadable {
        if (value(key) instanceof JsonValue.Flag flag) {
            return flag.value();
        }
        throw wrong(key, "true or false");
    }

    JsonMap map(String key) throws Unreadable {
        if (value(key) instanceof JsonValue.Keyed keyed) {
            return new JsonMap(keyed);
        }
        throw wrong(key, "an object");
    }

    List<JsonMap> maps(String key) throws Unreadable {
        if (!(value(key) instanceof JsonValue.Listing listing)) {
            throw wrong(key, "a list");
        }
        List<JsonMap> maps = new ArrayList<>();
        for (JsonValue value : listing.values()) {
            maps.add(of(value));
        }
        return maps;
    }

    /** {@code {"text": …, "length": …}}; a text that says it is shorter than what is there lies. */
    Untrusted untrusted(String key) throws Unreadable {
        JsonMap map = map(key);
        String text = map.text("text");
        long length = map.whole("length", text.length());
        map.refuseOtherKeys();
        if (text.length() > Untrusted.CAP) {
            throw refused(map.place("text"), "this text is longer than " + Untrusted.CAP + " characters", "");
        }
        return new Untrusted(text, length);
    }

    Optional<Untrusted> optionalUntrusted(String key) throws Unreadable {
        return has(key) ? Optional.of(untrusted(key)) : Optional.empty();
    }

    void refuseOtherKeys() throws Unreadable {
        for (String key : object.values().keySet()) {
            if (!known.contains(key)) {
                throw refused(place(key), "key '" + key + "' is not known here", DidYouMean.hint(key, known));
            }
        }
    }

    private JsonValue value(String key) throws Unreadable {
        known.add(key);
        JsonValue value = object.values().get(key);
        if (value == null) {
            throw refused(object.place(), "'" + key + "' is missing", "");
        }
        return value;
    }

    private Unreadable wrong(String key, String wanted) throws Unreadable {
        return refused(
                place(key),
                "'" + key + "' must be " + wanted + ", not " + value(key).kind(),
                "");
    }
}
