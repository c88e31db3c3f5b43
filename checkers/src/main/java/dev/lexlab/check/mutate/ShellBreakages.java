package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a shell script: commands, their options and arguments, lists of loops. What declares or says something, waits, or
 * only makes the shell or psql stricter is left alone, and so is {@code exec}.
 */
final class ShellBreakages {
    private static final Set<String> KEYWORDS = Set.of(
            "if", "then", "else", "elif", "fi", "while", "until", "do", "done", "{", "}", "!", "case", "esac", "in");
    private static final Set<String> CONDITIONS = Set.of("if", "elif", "while", "until", "!");
    private static final Set<String> UNTOUCHED =
            Set.of("set", "echo", "printf", "sleep", "exit", ":", "export", "shift", "local", "readonly");
    /** Options of ssh and others whose value is the next word. */
    private static final Set<String> WITH_VALUE = Set.of("-o", "-R", "-L", "-F", "-e", "-p", "-i", "-u", "-r");

    private static final Set<String> SILENCE = Set.of("-q", "--quiet", "-v", "--verbose");
    /** To stop at the first error: nothing a check sees where there is none. */
    private static final Pattern STRICTNESS =
            Pattern.compile("(--set=|--variable=)?ON_ERROR_STOP=\\S+|--exit-on-error");

    private static final Pattern SETTING = Pattern.compile("([A-Za-z_-]+)=(.*)", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)\\}?");
    private static final Pattern PLAIN = Pattern.compile("[^\"'$`\\\\]*");

    private final String text;
    private final Tokens tokens;
    private final List<Edit> edits = new ArrayList<>();

    private ShellBreakages(String text) {
        this.text = text;
        this.tokens = new Tokens(text, new ShellLexer(text).all());
    }

    static List<Edit> of(String text) {
        ShellBreakages breakages = new ShellBreakages(text);
        int i = 0;
        while (i < breakages.tokens.size()) {
            i = breakages.breakCommand(i);
        }
        return breakages.edits;
    }

    /** Returns where the next one may begin. */
    private int breakCommand(int start) {
        int first = start;
        boolean isCondition = false;
        while (isKeyword(first)) {
            isCondition = CONDITIONS.contains(tokens.get(first).text());
            first++;
        }
        int end = first;
        while (tokens.isOf(end, Kind.WORD) && !(end > first && tokens.is(end, "}"))) {
            end++;
        }
        if (tokens.is(first, "for")) {
            breakLoop(first, end);
        } else if (end > first && !(end == first + 1 && tokens.is(end, "("))) {
            breakWords(first, end, isCondition);
        }
        int next = end;
        if (next < tokens.size() && tokens.isOneOf(next, List.of("<", ">", ">>", "<<", ">&"))) {
            next++; // its file is no command
        }
        return Math.max(next + 1, start + 1);
    }

    private boolean isKeyword(int i) {
        return tokens.isOf(i, Kind.WORD) && KEYWORDS.contains(tokens.get(i).text());
    }

    private void breakLoop(int first, int end) {
        for (int i = first + 3; i < end; i++) {
            if (end - first > 4) {
                edits.add(Edit.drop(text, tokens.from(i), tokens.to(i)));
            }
            breakValue(tokens.from(i), tokens.to(i));
        }
    }

    private void breakWords(int start, int end, boolean isCondition) {
        int first = tokens.is(start, "exec") && start + 1 < end ? start + 1 : start;
        if (UNTOUCHED.contains(tokens.get(first).text())) {
            return;
        }
        if (!isCondition) {
            edits.add(Edit.dropFor(text, tokens.from(start), tokens.to(end - 1), ":"));
        }
        for (int i = first + 1; i < end; i++) {
            String word = tokens.get(i).text();
            if (SILENCE.contains(word) || STRICTNESS.matcher(word).matches()) {
                continue;
            }
            boolean isPair = WITH_VALUE.contains(word) && i + 1 < end;
            if (word.startsWith("-") && word.length() > 1) {
                edits.add(Edit.drop(text, tokens.from(i), tokens.to(isPair ? i + 1 : i)));
                if (word.equals("-R") || word.equals("-L")) {
                    edits.addAll(Values.of(text, tokens.from(i), tokens.to(i)));
                }
                i += word.equals("-o") && isPair ? 1 : 0;
            } else {
                breakArgument(i);
            }
        }
    }

    private void breakArgument(int i) {
        Matcher setting = SETTING.matcher(tokens.get(i).text());
        if (!setting.matches()) {
            breakValue(tokens.from(i), tokens.to(i));
            return;
        }
        boolean isFlag = List.of("true", "false").contains(setting.group(2));
        if (!isFlag) {
            edits.add(Edit.drop(text, tokens.from(i), tokens.to(i)));
        }
        breakValue(tokens.from(i) + setting.start(2), tokens.to(i));
    }

    /** What stands in quotes is taken out of them; of a variable its name is left. */
    private void breakValue(int from, int to) {
        if (from >= to) {
            return;
        }
        char quote = text.charAt(from);
        boolean isQuoted = (quote == '\'' || quote == '"') && to - from > 2 && text.charAt(to - 1) == quote;
        int first = isQuoted ? from + 1 : from;
        int last = isQuoted ? to - 1 : to;
        String value = text.substring(first, last);
        Matcher variable = VARIABLE.matcher(value);
        if (variable.matches()) {
            edits.add(Edit.replace(text, first, last, variable.group(1)));
            return;
        }
        boolean isWhole = PLAIN.matcher(value).matches() || value.contains(":") || value.contains(".");
        if (isWhole && !value.contains("/")) {
            edits.addAll(Values.of(text, first, last));
        }
    }
}
