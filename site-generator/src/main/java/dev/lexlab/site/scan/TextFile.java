package dev.lexlab.site.scan;

/**
 * A file of data.
 *
 * @param name as messages name it
 */
public record TextFile(String name, String text) {}
