package dev.lexlab.check.author;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method, at most one in a grader, that applies the submission. It runs once, when the first check is tried; every
 * check that does not {@code continue} another starts from a copy of what it left. It may ask for what checks may ask for.
 * Where it does not return, every check that would start from it gets its verdict.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Prepare {}
