package dev.lexlab.site.search;

/** Numbers in few characters: five bits in each, the least first, and a sixth that says whether more follow. */
final class Digits {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Digits() {}

    /** Appends a number of zero or more. */
    static void append(StringBuilder out, int number) {
        int rest = number;
        while (rest > 31) {
            out.append(ALPHABET.charAt(32 + rest % 32));
            rest /= 32;
        }
        out.append(ALPHABET.charAt(rest));
    }
}
