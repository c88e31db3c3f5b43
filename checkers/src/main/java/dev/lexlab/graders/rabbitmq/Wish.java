package dev.lexlab.graders.rabbitmq;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A word that a subscriber looks for in keys, and what may stand before and behind it, in the language of patterns. */
enum Wish {
    PARCEL(Subscriber.TRACKING, "parcel", TopicPattern.ONE, TopicPattern.ANY_NUMBER),
    NORTH(Subscriber.NORTH_DESK, "north", "", TopicPattern.ANY_NUMBER),
    LATE(Subscriber.ALARMS, "late", TopicPattern.ANY_NUMBER, TopicPattern.ANY_NUMBER),
    LOST(Subscriber.ALARMS, "lost", TopicPattern.ANY_NUMBER, TopicPattern.ANY_NUMBER),
    DAMAGED(Subscriber.ALARMS, "damaged", TopicPattern.ANY_NUMBER, TopicPattern.ANY_NUMBER);

    /** What people write in place of what should stand there. */
    private static final List<String> SURROUNDINGS = List.of("", "*", "*.*", "#", "*.#");

    private final Subscriber subscriber;
    private final String word;
    private final String before;
    private final String behind;

    Wish(Subscriber subscriber, String word, String before, String behind) {
        this.subscriber = subscriber;
        this.word = word;
        this.before = before;
        this.behind = behind;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    String word() {
        return word;
    }

    boolean takes(String key) {
        return pattern(before, behind).matches(key);
    }

    /** Only this wish of its subscriber takes the key, so that whether it arrives depends on the bindings for this one. */
    boolean takesAlone(String key) {
        return subscriber.wishes().filter(wish -> wish.takes(key)).toList().equals(List.of(this));
    }

    /** Patterns around the same word, one or two of them, that take just those of the keys that arrived. */
    List<TopicPattern> explain(List<String> keys, Predicate<String> arrived) {
        List<TopicPattern> around = SURROUNDINGS.stream()
                .flatMap(first -> SURROUNDINGS.stream().map(second -> pattern(first, second)))
                .filter(pattern -> keys.stream().allMatch(key -> arrived.test(key) || !pattern.matches(key)))
                .toList();
        List<List<TopicPattern>> candidates = new ArrayList<>();
        around.forEach(pattern -> candidates.add(List.of(pattern)));
        around.forEach(first -> around.forEach(second -> candidates.add(List.of(first, second))));
        return candidates.stream()
                .filter(patterns -> keys.stream().allMatch(key -> arrived.test(key) == anyTakes(patterns, key)))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean anyTakes(List<TopicPattern> patterns, String key) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(key));
    }

    /** Whether one of the patterns asks for exactly one word where this wish allows any number. */
    boolean isNarrowedByOneWord(List<TopicPattern> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> count(pattern.text(), TopicPattern.ONE) > count(before, TopicPattern.ONE));
    }

    private static long count(String text, String sign) {
        return Stream.of(text.split("\\.", -1)).filter(sign::equals).count();
    }

    private TopicPattern pattern(String first, String second) {
        return new TopicPattern(
                Stream.of(first, word, second).filter(part -> !part.isEmpty()).collect(joining(".")));
    }
}
