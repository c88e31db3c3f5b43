package dev.lexlab.check.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits SQL text into statements as {@code psql} does: at semicolons outside quotes, dollar quotes, comments, parentheses
 * and {@code BEGIN ATOMIC … END} bodies (chapter 4.1 of PostgreSQL's manual).
 */
final class SqlScript {
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int start = -1;
    private int parentheses;
    private int atomicBlocks;
    private String previousWord = "";

    private SqlScript(String text) {
        this.text = text;
    }

    static List<Part> split(String text) {
        SqlScript script = new SqlScript(text);
        script.scan();
        return List.copyOf(script.parts);
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("--", at)) {
                at = endOfLine();
            } else if (text.startsWith("/*", at)) {
                skipComment();
            } else {
                token(c);
            }
        }
        finish();
    }

    private void token(char c) {
        if (c == ';' && parentheses == 0 && atomicBlocks == 0) {
            finish();
            at++;
            return;
        }
        start = start < 0 ? at : start;
        if (c == '\'' || c == '"') {
            skipQuoted(c, c == '\'' && previousWord.equals("e") && Character.isLetter(text.charAt(at - 1)));
        } else if (c == '$') {
            skipDollarQuoted();
        } else if (Character.isLetter(c) || c == '_') {
            word();
            return; // keeps what the word was, for E'…' and BEGIN ATOMIC
        } else {
            parentheses += c == '(' ? 1 : c == ')' && parentheses > 0 ? -1 : 0;
            at++;
        }
        previousWord = "";
    }

    private void word() {
        int from = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        boolean opensBody = word.equals("atomic") && previousWord.equals("begin");
        boolean opensCase = word.equals("case") && atomicBlocks > 0;
        if (opensBody || opensCase) {
            atomicBlocks++;
        } else if (word.equals("end") && atomicBlocks > 0) {
            atomicBlocks--;
        }
        previousWord = word;
    }

    private void finish() {
        if (start >= 0) {
            parts.add(new Part(start, text.substring(start, at).stripTrailing()));
        }
        start = -1;
        parentheses = 0;
        atomicBlocks = 0;
        previousWord = "";
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** Comments nest in PostgreSQL. */
    private void skipComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    /** A doubled quote inside is read as two quoted pieces side by side, which ends at the same place. */
    private void skipQuoted(char quote, boolean backslashEscapes) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += backslashEscapes && text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void skipDollarQuoted() {
        int tagEnd = at + 1;
        while (tagEnd < text.length() && isTagPart(text.charAt(tagEnd))) {
            tagEnd++;
        }
        boolean opens = tagEnd < text.length() && text.charAt(tagEnd) == '$' && !Character.isDigit(text.charAt(at + 1));
        if (!opens) {
            at++;
            return;
        }
        String tag = text.substring(at, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        at = close < 0 ? text.length() : close + tag.length();
    }

    private static boolean isWordPart(char c) {
        return isTagPart(c) || c == '$';
    }

    private static boolean isTagPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /**
     * One statement.
     *
     * @param start where it begins in the whole text
     */
    record Part(int start, String sql) {}
}
