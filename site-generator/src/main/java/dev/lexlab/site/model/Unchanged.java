package dev.lexlab.site.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Puts the objects of the last build in the place of equal ones of this build. Whatever compares them afterwards sees that they are the
 * same, and need not look into them: a page has a hundred such parts, and most are those of all pages of its concept. Safe to use from
 * several threads.
 */
public final class Unchanged {
    private Map<String, Object> before = Map.of();
    private Map<String, Object> now = new ConcurrentHashMap<>();

    /** A build begins. */
    public void next() {
        before = now;
        now = new ConcurrentHashMap<>(before.size());
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

    /**
     * A part that is made of another one alone, and is made only where that is another object than before.
     *
     * @param kind what it is; one kind is made of one type and in one way
     */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // the very object, whatever it is equal to
    public <S extends Record, T extends Record> T made(String kind, String name, S of, Function<S, T> how) {
        String key = kind + " of " + name;
        Object old = before.get(key);
        Made made = old instanceof Made there && there.of == of ? there : new Made(of, part(kind, name, how.apply(of)));
        now.put(key, made);
        now.put(kind + ' ' + name, made.part);
        return (T) made.part;
    }

    private record Made(Record of, Record part) {}
}
