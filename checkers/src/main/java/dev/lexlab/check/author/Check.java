package dev.lexlab.check.author;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * A method that looks at one observable fact. Points, sentence, order, {@code after} and {@code continues} stand in
 * {@code lab.yml}; the method only binds to them by the id. It may ask for any of {@link Submission}, {@link Draw},
 * {@link Evidence}, {@link Postgres}, {@link RabbitMq}, {@link Engine}, {@link Machine}, {@link Service} and {@link Link} (which
 * one, says {@link Named}).
 * Returning is PASSED; {@link Failure} or any {@link AssertionError} is FAILED; {@link Invalid} and {@link TimedOut} are
 * their verdicts; anything else is ERROR, which blames us. Grader classes hold no static mutable state.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
public @interface Check {
    /** The check's id in {@code lab.yml}. */
    String value();
}
