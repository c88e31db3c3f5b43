package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import dev.lexlab.check.mutate.Tokens.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a program in Perl: statements, elements of lists, values. Declarations and pragmas are left alone. */
final class PerlBreakages {
    private static final Map<String, String> OTHERS =
            Map.of("==", "!=", "!=", "==", "eq", "ne", "ne", "eq", "&&", "||", "||", "&&");
    private static final Set<String> UNTOUCHED =
            Set.of("use", "my", "our", "sub", "return", "print", "close", "sleep", "unlink");
    private static final Pattern WORDS = Pattern.compile("\\S+");

    private final String text;
    private final Tokens tokens;
    private final List<Edit> edits = new ArrayList<>();

    private PerlBreakages(String text) {
        this.text = text;
        this.tokens = new Tokens(
                text,
                new PerlLexer(text)
                        .all().stream()
                                .filter(token -> !token.isOf(Kind.LINE_END))
                                .toList());
    }

    static List<Edit> of(String text) {
        PerlBreakages breakages = new PerlBreakages(text);
        int start = 0;
        for (int i = 0; i < breakages.tokens.size(); i++) {
            if (breakages.isBlock(i)) {
                start = i + 1;
            } else if (breakages.tokens.is(i, ";")) {
                breakages.breakStatement(new Range(start, i));
                start = i + 1;
            }
            breakages.breakAt(i);
        }
        return breakages.edits;
    }

    /** Braces around statements, and not those of a hash. */
    private boolean isBlock(int i) {
        boolean opens = tokens.is(i, "{")
                && (tokens.isOneOf(i - 1, List.of(")", "BEGIN", "END"))
                        || (tokens.isOf(i - 1, Kind.WORD) && tokens.isOneOf(i - 2, List.of("sub", "else"))));
        int opening = tokens.partner(i);
        return opens || (tokens.is(i, "}") && opening >= 0 && isBlock(opening));
    }

    private void breakStatement(Range statement) {
        if (statement.first() < statement.last()
                && !UNTOUCHED.contains(tokens.get(statement.first()).text())) {
            edits.add(Edit.drop(text, tokens.from(statement.first()), tokens.to(statement.last())));
        }
    }

    private void breakAt(int i) {
        Token token = tokens.get(i);
        if (token.isOf(Kind.STRING)) {
            breakString(token);
        } else if (tokens.isOpening(i) && tokens.isOneOf(i - 1, List.of("=", "=>", ",", "("))) {
            List<Range> elements = tokens.elements(i);
            for (int j = 0; j < elements.size(); j++) {
                edits.add(tokens.dropElement(elements, j));
            }
        } else if (OTHERS.containsKey(token.text())) {
            edits.add(Edit.replace(text, token.from(), token.to(), OTHERS.getOrDefault(token.text(), "")));
        }
    }

    private void breakString(Token token) {
        String literal = token.text();
        if (literal.startsWith("'") || literal.startsWith("\"")) {
            edits.addAll(Values.of(text, token.from() + 1, token.to() - 1));
        } else if (literal.startsWith("qq")) {
            edits.addAll(Values.of(text, token.from() + 3, token.to() - 1));
        } else if (literal.startsWith("qw")) {
            breakWords(token);
        }
    }

    private void breakWords(Token token) {
        Matcher words = WORDS.matcher(text).region(token.from() + 3, token.to() - 1);
        while (words.find()) {
            edits.add(Edit.drop(text, words.start(), words.end()));
            edits.addAll(Values.of(text, words.start(), words.end()));
        }
    }
}
