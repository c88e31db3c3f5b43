package dev.lexlab.graders.rabbitmq;

import java.util.List;

/** A pattern of a topic exchange: words between dots, {@code *} for exactly one word, {@code #} for any number of them. */
record TopicPattern(String text) {
    static final String ONE = "*";
    static final String ANY_NUMBER = "#";

    boolean matches(String key) {
        return matches(words(text), words(key));
    }

    private static boolean matches(List<String> pattern, List<String> key) {
        if (pattern.isEmpty()) {
            return key.isEmpty();
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (pattern.get(0).equals(ANY_NUMBER)) {
            return matches(rest, key) || (!key.isEmpty() && matches(pattern, key.subList(1, key.size())));
        }
        return !key.isEmpty()
                && (pattern.get(0).equals(ONE) || pattern.get(0).equals(key.get(0)))
                && matches(rest, key.subList(1, key.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\.", -1));
    }

    @Override
    public String toString() {
        return text;
    }
}
