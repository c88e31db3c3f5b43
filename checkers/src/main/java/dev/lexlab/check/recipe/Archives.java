package dev.lexlab.check.recipe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells archives by how they begin, as engines do where they unpack them, whatever the file is called. Source: magic(5) of
 * https://www.darwinsys.com/file/, and tar(5), https://man.freebsd.org/cgi/man.cgi?query=tar&sektion=5.
 */
public final class Archives {
    private static final List<byte[]> BEGINNINGS = List.of(
            HexFormat.of().parseHex("1f8b"), // gzip
            "BZh".getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().parseHex("fd377a585a00"), // xz
            HexFormat.of().parseHex("28b52ffd")); // zstd

    /** The checksum of a tar's first header counts the bytes of the header, with blanks in its own place. */
    private static final int HEADER = 512;

    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_END = 156;

    private Archives() {}

    /** Whether an engine may take the content for an archive. */
    public static boolean isOne(byte[] content) {
        return BEGINNINGS.stream().anyMatch(beginning -> begins(content, beginning)) || isTar(content);
    }

    private static boolean begins(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static boolean isTar(byte[] content) {
        if (content.length < HEADER) {
            return false;
        }
        String told = new String(content, CHECKSUM_AT, CHECKSUM_END - CHECKSUM_AT, StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00 ]", "")
                .replaceFirst("^0+", "");
        int sum = 0;
        for (int i = 0; i < HEADER; i++) {
            boolean isItself = i >= CHECKSUM_AT && i < CHECKSUM_END;
            sum += isItself ? ' ' : content[i] & 0xff;
        }
        return told.equals(Integer.toOctalString(sum));
    }
}
