package dev.lexlab.check.hostile;

/** Something that is done, and what is seen then. */
interface Scene {
    /** In words that an expectation can be looked for in. */
    String seen() throws Exception;
}
