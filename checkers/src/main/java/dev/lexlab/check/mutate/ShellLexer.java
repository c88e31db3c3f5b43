package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.List;

/** A shell's words, with their quotes and substitutions, and the signs between commands. */
final class ShellLexer extends Lexer {
    private static final String SIGNS = ";|&()<>";
    private static final List<String> LONG_SIGNS = List.of("&&", "||", ";;", ">>", "<<", ">&");

    ShellLexer(String text) {
        super(text);
    }

    @Override
    boolean takesSpecial() {
        if (startsWith("#")) {
            skipLine();
            return true;
        }
        if (startsWith("\\\n")) {
            at += 2;
            return true;
        }
        int end = endOfWord();
        if (end == at) {
            return false;
        }
        add(Kind.WORD, end);
        return true;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\'' || c == '"' || c == '`') {
                end = closed(end + 1, String.valueOf(c), c != '\'');
            } else if (text.startsWith("$(", end)) {
                end = closed(end + 2, ")", true);
            } else if (c == '\\') {
                end = Math.min(text.length(), end + 2);
            } else if (Character.isWhitespace(c) || SIGNS.indexOf(c) >= 0) {
                return end;
            } else {
                end++;
            }
        }
        return end;
    }

    @Override
    List<String> longSigns() {
        return LONG_SIGNS;
    }
}
