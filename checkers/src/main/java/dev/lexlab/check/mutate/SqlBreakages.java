package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Tokens.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Breaks SQL: here a schema's constraints, their parts and limits; beside it its queries and programs. Names and messages are
 * left alone.
 */
final class SqlBreakages {
    private static final List<String> CONSTRAINTS =
            List.of("UNIQUE", "PRIMARY", "CHECK", "FOREIGN", "EXCLUDE", "CONSTRAINT");
    private static final Map<String, String> ONE_STEP = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final Map<String, String> BOUNDS =
            Map.of("'[)'", "'[]'", "'[]'", "'[)'", "'()'", "'[)'", "'(]'", "'[]'");
    private static final List<String> RANGES =
            List.of("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange");
    private static final Map<String, String> WITHOUT_ZONE =
            Map.of("timestamptz", "timestamp", "tstzrange", "tsrange", "timetz", "time");
    /** Where the value behind DEFAULT ends, if no comma or bracket ends it before. */
    private static final List<String> AFTER_DEFAULT =
            List.of("NOT", "NULL", "UNIQUE", "PRIMARY", "CHECK", "REFERENCES", "CONSTRAINT", "GENERATED");

    private final String text;
    private final Tokens tokens;
    private final List<Edit> edits = new ArrayList<>();

    private SqlBreakages(String text) {
        this.text = text;
        this.tokens = SqlLexer.tokens(text);
    }

    static List<Edit> of(String text) {
        SqlBreakages breakages = new SqlBreakages(text);
        breakages.breakStatements();
        for (int i = 0; i < breakages.tokens.size(); i++) {
            breakages.breakAt(i);
        }
        breakages.edits.addAll(SqlQueryBreakages.of(text, breakages.tokens));
        breakages.edits.addAll(SqlProgramBreakages.of(text, breakages.tokens));
        return breakages.edits;
    }

    private void breakStatements() {
        for (Range statement : tokens.separated(0, tokens.size(), ";")) {
            boolean isClosed = tokens.is(statement.last() + 1, ";");
            drop(statement.first(), isClosed ? statement.last() + 1 : statement.last());
            breakParts(statement);
        }
    }

    /** Table constraints, actions of an ALTER TABLE, and what belongs to an index. */
    private void breakParts(Range statement) {
        int first = statement.first();
        if (tokens.are(first, "ALTER", "TABLE")) {
            List<Range> actions = tokens.separated(first, statement.last() + 1, ",");
            for (int i = 0; i < actions.size() && actions.size() > 1; i++) {
                if (i > 0) {
                    edits.add(tokens.dropElement(actions, i));
                } else {
                    dropFirstAction(actions);
                }
            }
        }
        boolean isIndex = tokens.are(first, "CREATE", "INDEX") || tokens.are(first, "CREATE", "UNIQUE", "INDEX");
        boolean isTable = tokens.is(first, "CREATE") && !isIndex;
        for (int i = first; i <= statement.last(); i++) {
            boolean isTop = tokens.depth(i) == tokens.depth(first);
            if (isIndex && tokens.is(i, "WHERE")) {
                drop(i, statement.last());
            } else if (isTop && tokens.isOpening(i) && isIndex && tokens.is(i - 1, "INCLUDE")) {
                drop(i - 1, tokens.partner(i));
            } else if (isTop && tokens.isOpening(i) && isIndex) {
                dropOneOf(tokens.elements(i));
                breakKeys(tokens.elements(i), tokens.is(first + 1, "UNIQUE"));
            } else if (isTop && tokens.isOpening(i) && tokens.is(i, "(") && isTable) {
                dropConstraints(tokens.elements(i));
            }
        }
    }

    /** What an index computes of its columns, and their order; a unique one is a rule in any. */
    private void breakKeys(List<Range> keys, boolean isUnique) {
        for (int i = 0; i + 1 < keys.size() && !isUnique; i++) {
            int from = tokens.from(keys.get(i).first());
            int to = tokens.to(keys.get(i + 1).last());
            String one = words(keys.get(i));
            String next = words(keys.get(i + 1));
            edits.add(Edit.replace(text, from, to, next + ", " + one));
        }
        for (Range key : keys) {
            boolean isCall = tokens.isOpening(key.first() + 1) && tokens.partner(key.first() + 1) == key.last();
            if (isCall && tokens.elements(key.first() + 1).size() == 1) {
                Range argument = tokens.elements(key.first() + 1).get(0);
                replace(key.first(), key.last(), words(argument));
            }
        }
    }

    private String words(Range range) {
        return text.substring(tokens.from(range.first()), tokens.to(range.last()));
    }

    /** The first action stands behind the table's name. */
    private void dropFirstAction(List<Range> actions) {
        for (int i = actions.get(0).first(); i <= actions.get(0).last(); i++) {
            if (tokens.isOneOf(i, List.of("ADD", "ALTER", "DROP"))
                    && i > actions.get(0).first()) {
                Edit dropped =
                        Edit.drop(text, tokens.from(i), tokens.to(actions.get(0).last()));
                edits.add(new Edit(tokens.from(i), tokens.from(actions.get(1).first()), "", dropped.says()));
                return;
            }
        }
    }

    private void dropConstraints(List<Range> elements) {
        for (int i = 0; i < elements.size(); i++) {
            if (tokens.isOneOf(elements.get(i).first(), CONSTRAINTS) && elements.size() > 1) {
                edits.add(tokens.dropElement(elements, i));
            }
        }
    }

    private void dropOneOf(List<Range> elements) {
        for (int i = 0; i < elements.size() && elements.size() > 1; i++) {
            edits.add(tokens.dropElement(elements, i));
        }
    }

    private void breakAt(int i) {
        Token token = tokens.get(i);
        switch (token.kind()) {
            case NUMBER -> breakNumber(i);
            case STRING -> replaceIfKnown(token, BOUNDS);
            case SIGN -> breakSign(i);
            case WORD -> breakWord(i);
            case LINE_END -> {}
        }
    }

    /** What EXISTS finds is of no account. */
    private void breakNumber(int i) {
        boolean isDummy = tokens.isOneOf(i - 1, List.of("SELECT", "PERFORM")) && tokens.is(i + 1, "FROM");
        if (!isDummy) {
            edits.addAll(Numbers.step(text, tokens.get(i)));
        }
    }

    private void breakSign(int i) {
        replaceIfKnown(tokens.get(i), ONE_STEP);
        boolean isList = tokens.is(i, "(")
                && tokens.isOpening(i)
                && (tokens.isOneOf(i - 1, List.of("UNIQUE", "DISTINCT", "EXCLUDE"))
                        || tokens.are(i - 2, "PRIMARY", "KEY")
                        || tokens.are(i - 3, "EXCLUDE", "USING"));
        if (isList) {
            dropOneOf(tokens.elements(i));
        }
    }

    private void breakWord(int i) {
        replaceIfKnown(tokens.get(i), WITHOUT_ZONE);
        breakConstraint(i);
        breakClause(i);
        breakReference(i);
        if (tokens.is(i, "AND") && !isOfBetween(i)) {
            replace(i, i, "OR");
        } else if (tokens.is(i, "NOT") && tokens.isOneOf(i - 1, List.of("(", "AND", "OR", "WHEN", "IF"))) {
            drop(i, i);
        } else if (tokens.isOneOf(i, RANGES)
                && tokens.isOpening(i + 1)
                && tokens.elements(i + 1).size() == 2) {
            int end = tokens.from(tokens.partner(i + 1));
            edits.add(new Edit(
                    end,
                    end,
                    ", '[]'",
                    "'[]' added to the bounds of " + tokens.get(i).text()));
        } else if (tokens.are(i, "LEVEL", "SERIALIZABLE")) {
            replace(i + 1, i + 1, "REPEATABLE READ");
        } else if (tokens.are(i, "LEVEL", "REPEATABLE", "READ")) {
            replace(i + 1, i + 2, "READ COMMITTED");
        } else if (tokens.are(i, "INSERT", "OR", "UPDATE")) {
            replace(i, i + 2, "INSERT");
        }
    }

    private void breakConstraint(int i) {
        if (tokens.are(i, "NOT", "NULL") && !tokens.is(i - 1, "IS")) {
            drop(named(i), i + 1);
        } else if (tokens.are(i, "IS", "NOT", "NULL")) {
            replace(i, i + 2, "IS NULL");
        } else if (tokens.are(i, "IS", "NULL")) {
            replace(i, i + 1, "IS NOT NULL");
        } else if (tokens.is(i, "UNIQUE") && !tokens.isOneOf(i + 1, List.of("(", "NULLS"))) {
            drop(named(i), i);
        } else if (tokens.are(i, "PRIMARY", "KEY") && !tokens.is(i + 2, "(")) {
            drop(named(i), i + 1);
        } else if (tokens.are(i, "CHECK", "(") && !isItem(i)) {
            drop(named(i), tokens.partner(i + 1));
        } else if (tokens.is(i, "DEFAULT") && !tokens.is(i - 1, "BY")) {
            drop(i, endOfDefault(i));
        } else if (tokens.are(i, "GENERATED", "ALWAYS", "AS", "(")) {
            int end = tokens.partner(i + 3);
            drop(i, tokens.is(end + 1, "STORED") ? end + 1 : end);
        }
    }

    private void breakClause(int i) {
        if (tokens.are(i, "NULLS", "NOT", "DISTINCT")) {
            drop(i, i + 2);
        } else if (tokens.is(i, "DEFERRABLE") && !tokens.is(i - 1, "NOT")) {
            drop(i, tokens.is(i + 1, "INITIALLY") ? i + 2 : i);
        } else if (tokens.is(i, "FOR") && tokens.isOneOf(i + 1, List.of("UPDATE", "SHARE"))) {
            drop(i, i + 1);
        } else if (tokens.are(i, "FOR", "NO", "KEY", "UPDATE") || tokens.are(i, "FOR", "KEY", "SHARE")) {
            drop(i, tokens.is(i + 1, "NO") ? i + 3 : i + 2);
        } else if (tokens.is(i, "WHERE") && tokens.is(i - 1, ")") && tokens.isOpening(i + 1)) {
            drop(i, tokens.partner(i + 1));
        }
    }

    private void breakReference(int i) {
        if (!tokens.is(i, "REFERENCES")) {
            return;
        }
        int target = tokens.is(i + 2, ".") ? i + 3 : i + 1;
        int end = tokens.isOpening(target + 1) ? tokens.partner(target + 1) : target;
        int last = end;
        boolean saysOnDelete = false;
        while (tokens.is(last + 1, "ON")) {
            saysOnDelete |= tokens.is(last + 2, "DELETE");
            boolean hasTwoWords = tokens.isOneOf(last + 3, List.of("SET", "NO"));
            int action = last + 3;
            if (tokens.is(last + 2, "DELETE")) {
                replace(action, hasTwoWords ? action + 1 : action, "CASCADE");
                replace(action, hasTwoWords ? action + 1 : action, "SET NULL");
            }
            last = hasTwoWords ? action + 1 : action;
        }
        if (!saysOnDelete) {
            int behind = tokens.to(end);
            edits.add(new Edit(behind, behind, " ON DELETE CASCADE", "'ON DELETE CASCADE' added"));
            edits.add(new Edit(behind, behind, " ON DELETE SET NULL", "'ON DELETE SET NULL' added"));
        }
        boolean isOfColumn = !(tokens.is(i - 1, ")") && tokens.are(tokens.partner(i - 1) - 2, "FOREIGN", "KEY"));
        if (isOfColumn) {
            drop(named(i), tokens.are(last + 1, "DEFERRABLE", "INITIALLY") ? last + 3 : last);
        }
    }

    private int endOfDefault(int i) {
        int end = i + 1;
        while (end + 1 < tokens.size()
                && tokens.depth(end + 1) >= tokens.depth(i)
                && !tokens.isOneOf(end + 1, List.of(",", ";", ")"))
                && !tokens.isOneOf(end + 1, AFTER_DEFAULT)) {
            end = tokens.isOpening(end + 1) ? tokens.partner(end + 1) : end + 1;
        }
        return end;
    }

    /** Whether a constraint is one of the table, and no column's. */
    private boolean isItem(int i) {
        return tokens.isOneOf(named(i) - 1, List.of("(", ",", "ADD"));
    }

    /** Where a constraint begins that may have a name. */
    private int named(int i) {
        return tokens.is(i - 2, "CONSTRAINT") ? i - 2 : i;
    }

    private boolean isOfBetween(int and) {
        for (int i = and - 1; i >= 0 && tokens.depth(i) >= tokens.depth(and); i--) {
            if (tokens.depth(i) == tokens.depth(and) && tokens.isOneOf(i, List.of("AND", "OR", "BETWEEN"))) {
                return tokens.is(i, "BETWEEN");
            }
        }
        return false;
    }

    private void replaceIfKnown(Token token, Map<String, String> known) {
        String other = known.get(token.text());
        if (other != null) {
            edits.add(Edit.replace(text, token.from(), token.to(), other));
        }
    }

    private void replace(int first, int last, String with) {
        edits.add(Edit.replace(text, tokens.from(first), tokens.to(last), with));
    }

    private void drop(int first, int last) {
        edits.add(Edit.drop(text, tokens.from(first), tokens.to(last)));
    }
}
