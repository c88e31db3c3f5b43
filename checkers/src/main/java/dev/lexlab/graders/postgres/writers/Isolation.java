package dev.lexlab.graders.postgres.writers;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.Optional;

/** What {@code client.conf} may ask for. */
enum Isolation {
    READ_COMMITTED,
    REPEATABLE_READ,
    SERIALIZABLE;

    static Optional<Isolation> of(String words) {
        String plain = words.toUpperCase(ROOT).replaceAll("\\s+", " ");
        return Arrays.stream(values())
                .filter(level -> level.sql().equals(plain))
                .findFirst();
    }

    String sql() {
        return name().replace('_', ' ');
    }
}
