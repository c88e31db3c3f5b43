package dev.lexlab.check.engine;

/**
 * A network of a task's own. It leads nowhere else: not to the internet, not to this machine, not to other gradings.
 *
 * @param id as the engine knows it
 * @param name what the task calls it
 */
public record LabNetwork(String id, String name) {}
