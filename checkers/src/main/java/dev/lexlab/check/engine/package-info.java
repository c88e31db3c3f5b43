/**
 * The one door for containers. In: the environment's idea of an engine, image recipes and server definitions. Out: servers
 * that are ready, held by this process's run, and gone afterwards, whatever happened to the process.
 */
@NullMarked
package dev.lexlab.check.engine;

import org.jspecify.annotations.NullMarked;
