package dev.lexlab.site.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the objects of the last build in the place of equal ones of this build. Whatever compares them afterwards sees that they are the
 * same, and need not look into them: a page has a hundred such parts, and most are those of all pages of its concept. Safe to use from
 * several threads.
 */
public final class Unchanged {
    private Map<String, Map<String, Object>> before = Map.of();
    private Map<String, Map<String, Object>> now = new ConcurrentHashMap<>();

    /** A build begins. */
    public void next() {
        before = now;
        now = new ConcurrentHashMap<>();
    }

    /**
     * The same part as before where it is equal to this one.
     *
     * @param kind what it is; one kind has one type
     * @param name which one of its kind
     */
    public <T extends Record> T part(String kind, String name, T value) {
        T part = same(before(kind, name), value);
        keep(kind, name, part);
        return part;
    }

    /**
     * A part that is made of another one alone, and is made only where that is another object than before.
     *
     * @param kind what it is; one kind is made of one type and in one way
     */
    @SuppressWarnings("unchecked") // one kind, one type
    public <S extends Record, T extends Record> T made(String kind, String name, S of, Function<S, T> how) {
        Made made = made((Made) before(kind, name), of, how);
        keep(kind, name, made);
        return (T) made.part;
    }

    @SuppressWarnings("ReferenceEquality") // the very object, whatever it is equal to
    private static <S extends Record, T extends Record> Made made(@Nullable Made old, S of, Function<S, T> how) {
        if (old == null) {
            return new Made(of, how.apply(of));
        }
        return old.of == of ? old : new Made(of, same(old.part, how.apply(of)));
    }

    private @Nullable Object before(String kind, String name) {
        return before.getOrDefault(kind, Map.of()).get(name);
    }

    private void keep(String kind, String name, Object part) {
        now.computeIfAbsent(kind, unused -> new ConcurrentHashMap<>()).put(name, part);
    }

    @SuppressWarnings("unchecked") // what is equal to a record is a record of the same type
    private static <T extends Record> T same(@Nullable Object old, T value) {
        return old != null && value.equals(old) ? (T) old : value;
    }

    private record Made(Record of, Record part) {}
}
