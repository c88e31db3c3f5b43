/**
 * What a learner may ask of a container engine. In: a {@code Dockerfile} and a {@code run.yml} that nobody vouches for. Out:
 * what they come to, read by allow-list, or every reason why not, with its line. Nothing is built or started here.
 */
@NullMarked
package dev.lexlab.check.recipe;

import org.jspecify.annotations.NullMarked;
