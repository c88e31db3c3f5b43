package dev.lexlab.site.scan;

import java.time.Duration;

/**
 * What a course may ask of us, all in one place. Nobody who writes pages comes near to it; a file that does was put there by
 * mistake, or to do harm.
 */
public final class Limits {
    /** Of a page, an included file or a file of data: some hundred printed pages. */
    public static final int PAGE_BYTES = 1 << 20;

    /** Of a page together with all that it includes. */
    public static final int PAGE_CHARACTERS_WITH_INCLUDES = 2 << 20;

    /** Of a picture. */
    public static final int ASSET_BYTES = 10 << 20;

    /** Include lines that lead into each other. */
    public static final int INCLUDES_DEEP = 8;

    /** Files that one page includes, in all. */
    public static final int INCLUDES_OF_A_PAGE = 200;

    /** Of a name that becomes a file's: every file system can hold it with its ending. */
    public static final int NAME_CHARACTERS = 80;

    /** Quotes, lists, blocks or brackets within each other: what no reader could follow, and a browser would flatten. */
    public static final int NESTED_DEEP = 50;

    /** For the conversion of one page, which takes some milliseconds. */
    public static final Duration CONVERSION = Duration.ofSeconds(20);

    private Limits() {}

    /** A number of bytes as people say it. */
    static String size(long bytes) {
        return bytes < 1 << 20 ? (bytes + 1023) / 1024 + " KB" : (bytes + (1 << 20) - 1) / (1 << 20) + " MB";
    }
}
