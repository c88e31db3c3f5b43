package dev.lexlab.check.submission;

/**
 * What is taken of a folder at most.
 *
 * @param followsLinks whether what a link names is taken in its place, wherever that lies; never but in tests
 */
record Caps(int files, int bytesOfAFile, int bytes, int charactersOfAPath, boolean followsLinks) {
    static final Caps USUAL = new Caps(200, 1 << 20, 8 << 20, 200, false);
}
