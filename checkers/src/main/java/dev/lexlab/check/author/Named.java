package dev.lexlab.check.author;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which one a parameter of type {@link Machine}, {@link Service} or {@link Link} stands for, by its name in {@code lab.yml}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Named {
    String value();
}
