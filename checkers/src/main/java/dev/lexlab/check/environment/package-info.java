/**
 * What checks run in. In: the servers a task asks for. Out: databases of one's own, reached as the learner's plain role,
 * that can be copied, cut off and asked whether they are well.
 */
@NullMarked
package dev.lexlab.check.environment;

import org.jspecify.annotations.NullMarked;
