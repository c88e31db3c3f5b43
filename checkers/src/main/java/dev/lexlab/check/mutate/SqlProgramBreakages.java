package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Breaks bodies of functions in PL/pgSQL: statements, conditions, what is raised and what is caught. */
final class SqlProgramBreakages {
    private static final List<String> BEFORE_STATEMENT = List.of(";", "BEGIN", "THEN", "ELSE", "LOOP", "⟦");
    private static final List<String> STATEMENTS = List.of(
            "LOCK", "PERFORM", "UPDATE", "INSERT", "DELETE", "EXECUTE", "RAISE", "SELECT", "WITH", "EXIT", "CONTINUE");
    /** Levels that merely say something. */
    private static final List<String> SAYING = List.of("NOTICE", "INFO", "LOG", "DEBUG", "WARNING");

    private static final List<String> BROKEN_OTHERWISE =
            List.of("=", "<>", "!=", "<", "<=", ">", ">=", "AND", "OR", "IS", "EXISTS", "IN");

    private final String text;
    private final Tokens tokens;
    private final List<Edit> edits = new ArrayList<>();

    private SqlProgramBreakages(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static List<Edit> of(String text, Tokens tokens) {
        SqlProgramBreakages breakages = new SqlProgramBreakages(text, tokens);
        boolean isProgram = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "⟦")) {
                isProgram = tokens.isOneOf(i + 1, List.of("BEGIN", "DECLARE", "<"));
            } else if (tokens.is(i, "⟧")) {
                isProgram = false;
            } else if (isProgram) {
                breakages.breakAt(i);
            }
        }
        return breakages.edits;
    }

    private void breakAt(int i) {
        if (tokens.is(i, "ELSIF")) {
            negate(i + 1);
        } else if (tokens.are(i, "EXCEPTION", "WHEN") && tokens.is(i - 1, ";")) {
            dropHandlers(i);
        } else if (isBeginningOfStatement(i)) {
            breakStatement(i);
        } else if (tokens.are(i, "USING", "ERRCODE")) {
            drop(i, endOfStatement(i) - 1);
        } else if (tokens.are(i, "SKIP", "LOCKED")) {
            drop(i, i + 1);
        } else if (tokens.is(i, "NOWAIT")) {
            drop(i, i);
        }
    }

    private boolean isBeginningOfStatement(int i) {
        return tokens.isOneOf(i - 1, BEFORE_STATEMENT) && tokens.isOf(i, Kind.WORD);
    }

    private void breakStatement(int i) {
        boolean isSaid = tokens.is(i, "RAISE") && tokens.isOneOf(i + 1, SAYING);
        boolean isSet = tokens.isOneOf(i + 1, List.of(":=", "=")) && !tokens.isOneOf(i, List.of("DECLARE"));
        if (!isSaid && (isSet || tokens.isOneOf(i, STATEMENTS))) {
            // A block must hold something.
            edits.add(Edit.dropFor(text, tokens.from(i), tokens.to(endOfStatement(i)), "NULL;"));
        } else if (tokens.is(i, "IF")) {
            negate(i + 1);
        }
    }

    /** A condition without signs or words that are broken by themselves. */
    private void negate(int first) {
        int end = first;
        boolean isSimple = !tokens.is(first, "NOT");
        while (end < tokens.size() && !tokens.is(end, "THEN")) {
            isSimple &= !tokens.isOneOf(end, BROKEN_OTHERWISE);
            end++;
        }
        if (isSimple && end > first && end < tokens.size()) {
            String condition = text.substring(tokens.from(first), tokens.to(end - 1));
            edits.add(Edit.replace(text, tokens.from(first), tokens.to(end - 1), "NOT (" + condition + ")"));
        }
    }

    /** What a block catches escapes it then. */
    private void dropHandlers(int from) {
        int blocks = 0;
        for (int i = from + 1; i < tokens.size() && !tokens.is(i, "⟧"); i++) {
            boolean isOpen = tokens.isOneOf(i, List.of("BEGIN", "CASE", "LOOP", "IF"));
            boolean isClosing = tokens.is(i, "END");
            if (isClosing && blocks == 0) {
                drop(from, i - 1);
                return;
            }
            if (isClosing) {
                blocks--;
                i += tokens.isOneOf(i + 1, List.of("IF", "LOOP", "CASE")) ? 1 : 0;
            } else if (isOpen) {
                blocks++;
            }
        }
    }

    private int endOfStatement(int i) {
        int end = i;
        while (end + 1 < tokens.size() && !tokens.is(end, ";")) {
            end++;
        }
        return end;
    }

    private void drop(int first, int last) {
        edits.add(Edit.drop(text, tokens.from(first), tokens.to(last)));
    }
}
