/**
 * What a grader is written with. In: nothing but the names a grader's author uses. Out: checks bound by id, the things
 * injected into them, and the ways to say what was seen.
 */
@NullMarked
package dev.lexlab.check.author;

import org.jspecify.annotations.NullMarked;
