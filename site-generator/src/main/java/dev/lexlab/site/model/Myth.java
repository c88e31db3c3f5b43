package dev.lexlab.site.model;

/**
 * A common wrong belief; all three are HTML ({@code <code>} at most).
 *
 * @param see a way to see for oneself
 */
public record Myth(String belief, String truth, String see) {}
