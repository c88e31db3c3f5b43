package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import dev.lexlab.check.mutate.Tokens.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Breaks a program in Python: statements, arguments, elements, values. Imports, docstrings, what is printed, and what only
 * waits or tidies up are left alone: breaking these shows nothing, or nothing that a check may ask for.
 */
final class PythonBreakages {
    private static final Map<String, String> OTHERS = Map.of(
            "True", "False", "False", "True", "and", "or", "or", "and", "==", "!=", "!=", "==", "<", "<=", "<=", "<",
            ">", ">=", ">=", ">");
    private static final Set<String> UNTOUCHED = Set.of("import", "from", "pass", "def", "class", "print", "@");
    private static final Set<String> TIDYING = Set.of("close", "flush", "sleep", "print");

    private final String text;
    private final Tokens tokens;
    private final Set<String> waits = new HashSet<>();
    private final List<Edit> edits = new ArrayList<>();

    private PythonBreakages(String text) {
        this.text = text;
        this.tokens = new Tokens(text, new PythonLexer(text).all());
    }

    static List<Edit> of(String text) {
        PythonBreakages breakages = new PythonBreakages(text);
        List<Range> statements = breakages.statements();
        statements.forEach(breakages::noteWaits);
        statements.forEach(breakages::breakStatement);
        return breakages.edits;
    }

    /** Logical lines. */
    private List<Range> statements() {
        List<Range> statements = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean isEnd = i == tokens.size() || (tokens.isOf(i, Kind.LINE_END) && tokens.depth(i) == 0);
            if (isEnd) {
                if (start < i) {
                    statements.add(new Range(start, i - 1));
                }
                start = i + 1;
            }
        }
        return statements;
    }

    /** Names that say how long something waits: no check measures time. */
    private void noteWaits(Range statement) {
        for (int i = statement.first(); i <= statement.last(); i++) {
            if (tokens.is(i, "sleep") && tokens.isOpening(i + 1)) {
                for (int j = i + 2; j < tokens.partner(i + 1); j++) {
                    if (tokens.isOf(j, Kind.WORD)) {
                        waits.add(tokens.get(j).text());
                    }
                }
            }
        }
    }

    private void breakStatement(Range statement) {
        Token first = tokens.get(statement.first());
        boolean isDocstring = statement.first() == statement.last() && first.isOf(Kind.STRING);
        if (isDocstring || UNTOUCHED.contains(first.text()) || isAboutWaiting(statement)) {
            return;
        }
        if (!tokens.is(statement.last(), ":") && !isTidying(statement)) {
            edits.add(Edit.dropFor(text, tokens.from(statement.first()), tokens.to(statement.last()), "pass"));
        }
        for (int i = statement.first(); i <= statement.last(); i++) {
            breakAt(i);
        }
    }

    private boolean isAboutWaiting(Range statement) {
        boolean sets = tokens.is(statement.first() + 1, "=")
                && waits.contains(tokens.get(statement.first()).text());
        for (int i = statement.first(); i <= statement.last() && !sets; i++) {
            sets = tokens.is(i, "sleep");
        }
        return sets;
    }

    /** {@code connection.close()} and the like. */
    private boolean isTidying(Range statement) {
        int last = statement.last();
        int opening = tokens.partner(last);
        return tokens.is(last, ")")
                && opening > 0
                && TIDYING.contains(tokens.get(opening - 1).text())
                && opening - 1 - statement.first() <= 2;
    }

    private void breakAt(int i) {
        Token token = tokens.get(i);
        if (token.isOf(Kind.NUMBER)) {
            breakNumber(i);
        } else if (token.isOf(Kind.STRING)) {
            int prefix = PythonLexer.prefix(token.text());
            int quotes = PythonLexer.quotes(token.text());
            edits.addAll(Values.of(text, token.from() + prefix + quotes, token.to() - quotes));
        } else if (tokens.isOpening(i)) {
            breakBrackets(i);
        } else if (token.is("not") && !tokens.is(i + 1, "in")) {
            edits.add(new Edit(token.from(), tokens.from(i + 1), "", "'not' → dropped"));
        } else if (OTHERS.containsKey(token.text())) {
            edits.add(Edit.replace(text, token.from(), token.to(), OTHERS.getOrDefault(token.text(), "")));
        }
    }

    /** A delivery mode is 1 or 2, and nothing else. */
    private void breakNumber(int i) {
        Token token = tokens.get(i);
        if (tokens.is(i - 2, "delivery_mode")) {
            edits.add(Edit.replace(text, token.from(), token.to(), token.text().equals("2") ? "1" : "2"));
        } else {
            edits.addAll(Numbers.step(text, token));
        }
    }

    private void breakBrackets(int opening) {
        boolean isBehindName = tokens.isOf(opening - 1, Kind.WORD)
                && !tokens.isOneOf(opening - 1, List.of("in", "return", "and", "or", "not"));
        boolean isBehindValue = isBehindName || tokens.isOneOf(opening - 1, List.of(")", "]"));
        List<Range> elements = tokens.elements(opening);
        if (!isBehindValue) {
            dropElements(opening, elements);
        } else if (tokens.is(opening, "(")) {
            dropKeywordArguments(elements);
        }
    }

    private void dropElements(int opening, List<Range> elements) {
        boolean isTuple = tokens.is(opening, "(");
        boolean isComprehension = elements.size() == 1 && holds(elements.get(0), "for");
        if (isComprehension || (isTuple && elements.size() < 3)) {
            return; // a pair is no list of things, and one in brackets is no tuple
        }
        for (int i = 0; i < elements.size(); i++) {
            edits.add(tokens.dropElement(elements, i));
        }
    }

    /** Flipping a flag, or taking the only entry out of a dictionary, comes to the same as leaving it out. */
    private boolean isBrokenOtherwise(int keyword) {
        return tokens.isOneOf(keyword + 2, List.of("True", "False", "{"))
                || tokens.isOneOf(keyword, List.of("delivery_mode", "stdin"));
    }

    private void dropKeywordArguments(List<Range> elements) {
        for (int i = 0; i < elements.size(); i++) {
            int first = elements.get(i).first();
            boolean isKeyword = tokens.isOf(first, Kind.WORD) && tokens.is(first + 1, "=");
            if (isKeyword && !isBrokenOtherwise(first)) {
                edits.add(tokens.dropElement(elements, i));
            }
        }
    }

    private boolean holds(Range range, String word) {
        for (int i = range.first(); i <= range.last(); i++) {
            if (tokens.is(i, word)) {
                return true;
            }
        }
        return false;
    }
}
