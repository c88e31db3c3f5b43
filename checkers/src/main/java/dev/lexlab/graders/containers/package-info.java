/**
 * Graders of the lab "containers". In: a learner's Dockerfile and run.yml, built and started by the engine. Out: what the
 * containers answer, from inside and from another machine.
 */
@NullMarked
package dev.lexlab.graders.containers;

import org.jspecify.annotations.NullMarked;
