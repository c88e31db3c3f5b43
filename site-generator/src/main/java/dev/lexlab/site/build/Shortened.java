package dev.lexlab.site.build;

/** Somebody's text in a message. */
final class Shortened {
    private static final int MOST = 120;

    private Shortened() {}

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MOST ? line : line.substring(0, MOST) + "… (" + line.length() + " characters)";
    }
}
