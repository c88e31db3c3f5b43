package dev.lexlab.check.bench;

/**
 * Something that somebody waits for.
 *
 * @param name as one types it
 * @param what is measured, from when to when
 * @param reference what it is held against, measured in turn with it
 * @param warmUps rounds that do not count, before those that do
 */
record Subject(String name, String what, String reference, Goal goal, int warmUps) {}
