package dev.lexlab.site.scan;

/**
 * An image or another file that pages show.
 *
 * @param path below {@code content/assets}, with forward slashes
 * @param name as messages name it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
public record AssetFile(String path, String name, byte[] bytes) {}
