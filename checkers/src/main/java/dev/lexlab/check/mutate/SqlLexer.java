package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL as PostgreSQL reads it. What stands between dollar quotes is mostly a program, and taken apart, too. */
final class SqlLexer extends Lexer {
    private static final Pattern DOLLARS = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z0-9_]*)?\\$");
    private static final List<String> SIGNS =
            List.of("<->", "::", ":=", "<=", ">=", "<>", "!=", "&&", "||", "->", "=>");

    private String open = "";

    SqlLexer(String text) {
        super(text);
    }

    /** Without the ends of lines, which mean nothing in SQL. */
    static Tokens tokens(String text) {
        List<Token> all = new SqlLexer(text)
                .all().stream().filter(token -> !token.isOf(Kind.LINE_END)).toList();
        return new Tokens(text, all);
    }

    @Override
    boolean takesSpecial() {
        if (startsWith("--")) {
            skipLine();
        } else if (startsWith("/*")) {
            at = closed(at + 2, "*/", false);
        } else if (startsWith("'")) {
            add(Kind.STRING, closed(at + 1, "'", false));
        } else if (startsWith("\"")) {
            add(Kind.WORD, closed(at + 1, "\"", false));
        } else {
            return takesDollars();
        }
        return true;
    }

    private boolean takesDollars() {
        Matcher dollars = DOLLARS.matcher(text).region(at, text.length());
        if (!dollars.lookingAt()) {
            return false;
        }
        if (open.isEmpty()) {
            open = dollars.group();
            add(Kind.SIGN, dollars.end(), "⟦");
        } else if (open.equals(dollars.group())) {
            open = "";
            add(Kind.SIGN, dollars.end(), "⟧");
        } else {
            at = dollars.end();
        }
        return true;
    }

    @Override
    List<String> longSigns() {
        return SIGNS;
    }
}
