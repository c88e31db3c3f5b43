package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a text apart, as far as breaking it needs; what differs between languages are comments and strings. */
abstract class Lexer {
    final String text;
    final List<Token> tokens = new ArrayList<>();
    int at;

    Lexer(String text) {
        this.text = text;
    }

    /** Takes a comment or a string; false where there is none. */
    abstract boolean takesSpecial();

    /** Signs of more than one character, the longest first. */
    abstract List<String> longSigns();

    boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    final List<Token> all() {
        while (at < text.length()) {
            if (!takesSpecial()) {
                takePlain();
            }
        }
        return List.copyOf(tokens);
    }

    private void takePlain() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Kind.LINE_END, at + 1);
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (Character.isDigit(c)) {
            add(Kind.NUMBER, endOfNumber());
        } else if (isWordPart(c)) {
            add(Kind.WORD, endOf(at, this::isWordPart));
        } else {
            add(Kind.SIGN, at + signLength());
        }
    }

    private int signLength() {
        return longSigns().stream()
                .filter(sign -> text.startsWith(sign, at))
                .findFirst()
                .map(String::length)
                .orElse(1);
    }

    private int endOfNumber() {
        int end = endOf(at, this::isWordPart);
        boolean hasFraction =
                end + 1 < text.length() && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1));
        return hasFraction ? endOf(end + 1, this::isWordPart) : end;
    }

    final int endOf(int from, Part part) {
        int end = from;
        while (end < text.length() && part.holds(text.charAt(end))) {
            end++;
        }
        return end;
    }

    final boolean startsWith(String what) {
        return text.startsWith(what, at);
    }

    final void add(Kind kind, int end) {
        add(kind, end, text.substring(at, end));
    }

    final void add(Kind kind, int end, String as) {
        tokens.add(new Token(kind, at, end, as));
        at = end;
    }

    /** Passes by the rest of the line. */
    final void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /** The end of what a mark closes, the mark with it; the text's end where nothing does. */
    final int closed(int from, String mark, boolean hasEscapes) {
        int end = from;
        while (end < text.length() && !text.startsWith(mark, end)) {
            end += hasEscapes && text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + mark.length());
    }

    /** What a run of characters is made of. */
    interface Part {
        boolean holds(char c);
    }
}
