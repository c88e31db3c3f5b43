package dev.lexlab.check.mutate;

/**
 * A piece of a program; comments and spaces are none.
 *
 * @param from where it begins
 * @param to where it ends
 * @param text as it stands there, but for brackets that are longer than one character
 */
record Token(Kind kind, int from, int to, String text) {

    /** What it is. */
    enum Kind {
        WORD,
        NUMBER,
        /** With its quotes. */
        STRING,
        SIGN,
        LINE_END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    boolean isOf(Kind wanted) {
        return kind == wanted;
    }
}
