package dev.lexlab.check.engine;

/**
 * A limit that programs in a container ran into.
 *
 * @param what reads on after "stopped by a limit: "; names the limit and its value
 * @param next the one thing to do about it
 */
public record LimitHit(String what, String next) {}
