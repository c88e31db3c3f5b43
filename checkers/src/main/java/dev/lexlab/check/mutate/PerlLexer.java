package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Perl's comments, strings and substitutions, as far as small programs use them. */
final class PerlLexer extends Lexer {
    private static final Pattern QUOTING = Pattern.compile("\\b(qw|qq|q|qr|m|s|tr|y)\\s*([(\\[{</!|])");
    private static final List<String> SIGNS = List.of(
            "<=>", "=>", "->", "==", "!=", "<=", ">=", "=~", "!~", "&&", "||", "//", "::", "++", "--", "+=", "-=");
    private static final String PAIRS = "()[]{}<>";

    PerlLexer(String text) {
        super(text);
    }

    @Override
    boolean takesSpecial() {
        if (startsWith("#")) {
            skipLine();
        } else if (startsWith("'") || startsWith("\"")) {
            add(Kind.STRING, closed(at + 1, text.substring(at, at + 1), true));
        } else if (startsWith("$") || startsWith("@") || startsWith("%")) {
            return takesName();
        } else {
            return takesQuoting();
        }
        return true;
    }

    /** A sigil and a name are one word; a lone sigil is a sign. */
    private boolean takesName() {
        int end = endOf(at + 1, this::isWordPart);
        if (end == at + 1) {
            return false;
        }
        add(Kind.WORD, end);
        return true;
    }

    private boolean takesQuoting() {
        Matcher quoting = QUOTING.matcher(text).region(at, text.length());
        if (!quoting.lookingAt()) {
            return false;
        }
        String mark = quoting.group(2);
        int pair = PAIRS.indexOf(mark);
        String end = pair >= 0 ? PAIRS.substring(pair + 1, pair + 2) : mark;
        int to = closed(quoting.end(), end, true);
        boolean hasTwoParts = List.of("s", "tr", "y").contains(quoting.group(1));
        if (hasTwoParts) {
            to = closed(pair >= 0 ? text.indexOf(mark, to) + 1 : to, end, true);
            to = endOf(to, Character::isLetter);
        }
        add(Kind.STRING, to);
        return true;
    }

    @Override
    List<String> longSigns() {
        return SIGNS;
    }
}
