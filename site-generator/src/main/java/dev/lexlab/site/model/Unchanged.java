package dev.lexlab.site.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Puts the objects of the last build in the place of equal ones of this build. Whatever compares them afterwards sees that they are the
 * same, and need not look into them: a page has a hundred such parts, and most are those of all pages of its concept.
 */
public final class Unchanged {
    private Map<String, Object> before = Map.of();
    private Map<String, Object> now = new HashMap<>();

    /** A build begins. */
    public void next() {
        before = now;
        now = new HashMap<>();
    }

    /**
     * The same part as before where it is equal to this one.
     *
     * @param kind what it is; one kind has one type
     * @param name which one of its kind
     */
    @SuppressWarnings("unchecked") // what is equal to a record is a record of the same type
    public <T extends Record> T part(String kind, String name, T value) {
        String key = kind + ' ' + name;
        Object old = before.get(key);
        T part = value.equals(old) && old != null ? (T) old : value;
        now.put(key, part);
        return part;
    }
}
