package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's comments and strings, with their prefixes. */
final class PythonLexer extends Lexer {
    private static final Pattern STRING = Pattern.compile("(?i:[rbfu]{0,2})(\"\"\"|'''|\"|')");
    private static final List<String> SIGNS =
            List.of("**=", "//=", "==", "!=", "<=", ">=", "+=", "-=", "->", "**", "//", ":=");

    PythonLexer(String text) {
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
        Matcher string = STRING.matcher(text).region(at, text.length());
        if (string.lookingAt()) {
            add(Kind.STRING, closed(string.end(), string.group(1), true));
            return true;
        }
        return false;
    }

    @Override
    List<String> longSigns() {
        return SIGNS;
    }

    /** Where what a string holds begins; it ends as many quotes before its own end. */
    static int quotes(String literal) {
        return literal.endsWith("\"\"\"") || literal.endsWith("'''") ? 3 : 1;
    }

    static int prefix(String literal) {
        int prefix = 0;
        while (Character.isLetter(literal.charAt(prefix))) {
            prefix++;
        }
        return prefix;
    }
}
