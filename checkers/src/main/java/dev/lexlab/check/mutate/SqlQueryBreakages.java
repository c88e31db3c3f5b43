package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import dev.lexlab.check.mutate.Tokens.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Breaks what a query asks for: conditions and their parts, joins, sets, order. What comes to the same in most queries is left
 * alone: that an inner join becomes an outer one, say, above a condition that drops its new rows.
 */
final class SqlQueryBreakages {
    private static final Map<String, String> OPPOSITE = Map.of(
            "=",
            "<>",
            "<>",
            "=",
            "!=",
            "=",
            "+",
            "-",
            "-",
            "+",
            "min",
            "max",
            "max",
            "min",
            "least",
            "greatest",
            "greatest",
            "least");
    private static final List<String> COMPARISONS = List.of("=", "<>", "!=", "<", "<=", ">", ">=");
    /** Behind these stands a condition. */
    private static final List<String> CONDITIONS =
            List.of("WHERE", "ON", "HAVING", "AND", "OR", "NOT", "WHEN", "IF", "ELSIF");
    /** Where a part of a condition ends, if no bracket closes before. */
    private static final List<String> AFTER_CONDITION = List.of(
            "AND",
            "OR",
            "WHERE",
            "GROUP",
            "HAVING",
            "WINDOW",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "FOR",
            "UNION",
            "INTERSECT",
            "EXCEPT",
            "RETURNING",
            "JOIN",
            "LEFT",
            "RIGHT",
            "FULL",
            "INNER",
            "CROSS",
            "NATURAL",
            "THEN",
            "ELSE",
            "WHEN",
            "END",
            "LOOP",
            "ON",
            "WITH",
            "DO",
            ",",
            ";");

    private static final List<String> AFTER_ORDER =
            List.of("LIMIT", "OFFSET", "FETCH", "FOR", "UNION", "ROWS", "RANGE", "GROUPS", "LOOP", ";");

    private final String text;
    private final Tokens tokens;
    private final List<Edit> edits = new ArrayList<>();

    private SqlQueryBreakages(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static List<Edit> of(String text, Tokens tokens) {
        SqlQueryBreakages breakages = new SqlQueryBreakages(text, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            breakages.breakSign(i);
            breakages.breakCondition(i);
            breakages.breakSet(i);
            breakages.breakOrder(i);
        }
        return breakages.edits;
    }

    private void breakSign(int i) {
        boolean isComparison = tokens.isOneOf(i, List.of("=", "<>", "!=")) && isInCondition(i);
        boolean isSum = tokens.isOneOf(i, List.of("+", "-")) && isValue(i - 1) && isValue(i + 1);
        boolean isExtreme = tokens.isOneOf(i, List.of("min", "max", "least", "greatest")) && tokens.is(i + 1, "(");
        if (isComparison || isSum || isExtreme) {
            replace(i, i, OPPOSITE.getOrDefault(tokens.get(i).text().toLowerCase(Locale.ROOT), ""));
        } else if (tokens.isOneOf(i, List.of("ANY", "ALL")) && tokens.isOneOf(i - 1, COMPARISONS)) {
            replace(i, i, tokens.is(i, "ANY") ? "ALL" : "ANY");
        }
    }

    /** An equals sign sets a value or names an operator elsewhere. */
    private boolean isInCondition(int i) {
        int j = i - 1;
        while (j >= 0) {
            if (tokens.isOneOf(j, CONDITIONS)) {
                return true;
            }
            boolean isBoundary = tokens.isOneOf(j, List.of("SET", "WITH", "SELECT", "RETURN", ",", ";", "⟦", "("));
            if (isBoundary) {
                return tokens.isOneOf(j, List.of("SELECT", "RETURN"))
                        || (tokens.is(j, "(") && (!tokens.isOf(j - 1, Kind.WORD) || tokens.isOneOf(j - 1, CONDITIONS)));
            }
            j = tokens.is(j, ")") && tokens.partner(j) >= 0 ? tokens.partner(j) - 1 : j - 1;
        }
        return false;
    }

    private boolean isValue(int i) {
        return tokens.isOf(i, Kind.WORD) || tokens.isOf(i, Kind.NUMBER) || tokens.isOneOf(i, List.of("(", ")", "]"));
    }

    private void breakCondition(int i) {
        if (tokens.isOneOf(i, List.of("WHERE", "HAVING")) || (tokens.is(i, "ON") && isJoin(i))) {
            breakParts(i);
        } else if (tokens.is(i, "EXISTS") && tokens.is(i + 1, "(") && !tokens.is(i - 1, "NOT")) {
            replace(i, i, "NOT EXISTS");
        } else if (tokens.is(i, "NOT") && tokens.isOneOf(i - 1, List.of("WHERE", "ON", "HAVING", "ELSIF"))) {
            drop(i, i);
        } else if (tokens.are(i, "NOT", "EXISTS")
                && tokens.is(i + 2, "(")
                && !tokens.isOneOf(i - 1, List.of("(", "AND"))) {
            drop(i, i);
        } else if (tokens.are(i, "NOT", "IN")) {
            drop(i, i);
        } else if (tokens.is(i, "IN") && tokens.is(i + 1, "(") && !tokens.isOneOf(i + 2, List.of("SELECT", "VALUES"))) {
            List<Range> listed = tokens.elements(i + 1);
            for (int j = 0; j < listed.size() && listed.size() > 1; j++) {
                edits.add(tokens.dropElement(listed, j));
            }
        } else if (tokens.are(i, "IS", "DISTINCT", "FROM")) {
            replace(i, i + 1, "IS NOT DISTINCT");
        } else if (tokens.are(i, "IS", "NOT", "DISTINCT", "FROM")) {
            replace(i, i + 2, "IS DISTINCT");
        }
    }

    /** In {@code CREATE TRIGGER … ON t}, {@code GRANT … ON t}, {@code ON CONFLICT} and {@code DISTINCT ON} stands none. */
    private boolean isJoin(int on) {
        if (tokens.isOneOf(on + 1, List.of("CONFLICT", "DELETE", "UPDATE", "COMMIT"))
                || tokens.is(on - 1, "DISTINCT")) {
            return false;
        }
        for (int i = on - 1; i >= 0 && !tokens.isOneOf(i, List.of(";", "⟦")); i--) {
            if (tokens.isOneOf(i, List.of("JOIN", "USING"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfIndex(int i) {
        for (int j = i - 1; j >= 0 && !tokens.is(j, ";"); j--) {
            if (tokens.isOneOf(j, List.of("INDEX", "EXCLUDE"))) {
                return true;
            }
            if (tokens.isOneOf(j, List.of("SELECT", "UPDATE", "DELETE"))) {
                return false;
            }
        }
        return false;
    }

    /** What AND combines is left out, one part at a time; the only part, with its keyword. */
    private void breakParts(int keyword) {
        List<Range> parts = parts(keyword + 1);
        if (parts.size() == 1) {
            Range only = parts.get(0);
            if (tokens.is(keyword, "ON")) {
                edits.add(Edit.dropFor(text, tokens.from(only.first()), tokens.to(only.last()), "true"));
            } else {
                drop(keyword, only.last());
            }
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i == 0) {
                Range first = parts.get(0);
                Edit dropped = Edit.drop(text, tokens.from(first.first()), tokens.to(first.last()));
                edits.add(new Edit(
                        tokens.from(first.first()), tokens.from(parts.get(1).first()), "", dropped.says()));
            } else {
                drop(parts.get(i).first() - 1, parts.get(i).last());
            }
        }
    }

    /** Nothing where OR stands between them: a part would not be one by itself. */
    private List<Range> parts(int first) {
        List<Range> parts = new ArrayList<>();
        int start = first;
        int i = first;
        while (i < tokens.size() && tokens.depth(i) >= tokens.depth(first)) {
            boolean isHere = tokens.depth(i) == tokens.depth(first);
            if (isHere && tokens.is(i, "CASE")) {
                i = endOfCase(i);
            } else if (isHere && tokens.is(i, "OR")) {
                return List.of();
            } else if (isHere && tokens.is(i, "BETWEEN")) {
                i = nextAnd(i);
            } else if (isHere && tokens.isOneOf(i, AFTER_CONDITION) && !tokens.are(i - 1, "IS", "DISTINCT")) {
                if (!tokens.is(i, "AND")) {
                    break;
                }
                addPart(start, i, parts);
                start = i + 1;
            }
            boolean isClosed = tokens.is(i, ")") && tokens.partner(i) < first;
            if (isClosed) {
                break;
            }
            i++;
        }
        addPart(start, i, parts);
        return parts;
    }

    private static void addPart(int start, int end, List<Range> parts) {
        if (start < end) {
            parts.add(new Range(start, end - 1));
        }
    }

    private int endOfCase(int from) {
        int i = from;
        while (i + 1 < tokens.size() && !(tokens.is(i, "END") && tokens.depth(i) == tokens.depth(from))) {
            i++;
        }
        return i;
    }

    private int nextAnd(int between) {
        int i = between;
        while (i + 1 < tokens.size() && !(tokens.is(i, "AND") && tokens.depth(i) == tokens.depth(between))) {
            i++;
        }
        return i;
    }

    private void breakSet(int i) {
        if (tokens.are(i, "LEFT", "JOIN")) {
            drop(i, i);
        } else if (tokens.are(i, "LEFT", "OUTER", "JOIN")) {
            drop(i, i + 1);
        } else if (tokens.is(i, "DISTINCT")
                && tokens.isOneOf(i - 1, List.of("SELECT", "("))
                && !tokens.is(i + 1, "ON")) {
            drop(i, i);
        } else if (tokens.is(i, "coalesce") && tokens.isOpening(i + 1)) {
            List<Range> values = tokens.elements(i + 1);
            for (int j = 1; j < values.size(); j++) {
                edits.add(tokens.dropElement(values, j));
            }
        } else if (tokens.isOneOf(i, List.of("EXCEPT", "INTERSECT"))) {
            replace(i, i, tokens.is(i, "EXCEPT") ? "INTERSECT" : "UNION");
        }
    }

    private void breakOrder(int i) {
        boolean isOrder = tokens.are(i, "ORDER", "BY");
        if (isOrder) {
            int end = i + 2;
            while (end < tokens.size()
                    && tokens.depth(end) >= tokens.depth(i)
                    && !tokens.isOneOf(end, AFTER_ORDER)
                    && !(tokens.is(end, ")") && tokens.partner(end) < i)) {
                end++;
            }
            drop(i, end - 1);
        } else if (tokens.is(i, "DESC") && !isOfIndex(i)) {
            drop(i, i);
        }
    }

    private void replace(int first, int last, String with) {
        edits.add(Edit.replace(text, tokens.from(first), tokens.to(last), with));
    }

    private void drop(int first, int last) {
        edits.add(Edit.drop(text, tokens.from(first), tokens.to(last)));
    }
}
