package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Lines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks YAML as people write it: entries with what belongs to them, and values. */
final class YamlBreakages {
    private static final Pattern ENTRY = Pattern.compile("(?:- )?(?:[A-Za-z0-9_.-]+:(?=\\s|$)\\s*)?");
    private static final Pattern ENVIRONMENT = Pattern.compile("environment:\\s*");
    /** Turned over, it is as good as left out. */
    private static final Pattern FLAG = Pattern.compile(":\\s+(?:true|false)(?:\\s+#.*)?$");

    /** Who takes the dead in, and no service is asked for that. */
    private static final Pattern INIT = Pattern.compile("^init:");
    /** What is so without saying it. */
    private static final Pattern HERE = Pattern.compile(":\\s+\\.$");

    private static final Pattern IN_FLOW = Pattern.compile("\"[^\"]*\"|'[^']*'|[^,\\[\\]]+");

    private final String text;
    private final List<Line> lines;
    private final List<Edit> edits = new ArrayList<>();

    private YamlBreakages(String text) {
        this.text = text;
        this.lines = Lines.of(text);
    }

    static List<Edit> of(String text) {
        YamlBreakages breakages = new YamlBreakages(text);
        for (int i = 0; i < breakages.lines.size(); i++) {
            if (!breakages.lines.get(i).isEmpty()) {
                breakages.breakEntry(i);
            }
        }
        return breakages.edits;
    }

    /** Names of the variables that a run.yml tells containers. */
    static Set<String> variables(String text) {
        YamlBreakages run = new YamlBreakages(text);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < run.lines.size(); i++) {
            String content = run.lines.get(i).content();
            if (run.isVariable(i) && content.indexOf(':') > 0 && !content.startsWith("#")) {
                names.add(content.substring(0, content.indexOf(':')));
            }
        }
        return names;
    }

    private void breakEntry(int i) {
        Line line = lines.get(i);
        boolean isGroup = ENVIRONMENT.matcher(line.content()).matches();
        boolean isFlag = FLAG.matcher(line.content()).find();
        if (isVariable(i) || INIT.matcher(line.content()).find()) {
            return;
        }
        if (!isGroup && !isFlag && !HERE.matcher(line.content()).find()) {
            edits.add(Edit.drop(text, line.from(), lines.get(lastOf(i)).to()));
        }
        Matcher entry = ENTRY.matcher(text).region(line.from(), line.to());
        if (!entry.lookingAt() || entry.end() == line.to()) {
            return;
        }
        int end = endOfValue(entry.end(), line.to());
        if (text.charAt(entry.end()) == '[') {
            breakFlow(entry.end(), end);
        } else {
            breakScalar(entry.end(), end);
        }
    }

    /** A variable is a default, which somebody replaces. */
    private boolean isVariable(int i) {
        for (int j = i - 1; j >= 0; j--) {
            Line above = lines.get(j);
            if (!above.isEmpty() && above.indent() < lines.get(i).indent()) {
                return ENVIRONMENT.matcher(above.content()).matches();
            }
        }
        return false;
    }

    /** The last line of what stands below an entry. */
    private int lastOf(int i) {
        Line line = lines.get(i);
        int last = i;
        for (int j = i + 1; j < lines.size(); j++) {
            Line below = lines.get(j);
            boolean isInside = below.indent() > line.indent()
                    || (below.indent() == line.indent()
                            && below.content().startsWith("- ")
                            && line.content().endsWith(":"));
            if (!below.isEmpty() && !isInside) {
                return last;
            }
            last = below.isEmpty() ? last : j;
        }
        return last;
    }

    private int endOfValue(int from, int to) {
        int comment = text.indexOf(" #", from);
        int end = comment >= 0 && comment < to && "\"'".indexOf(text.charAt(from)) < 0 ? comment : to;
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private void breakFlow(int from, int to) {
        Matcher element = IN_FLOW.matcher(text).region(from + 1, to - 1);
        int begun = from + 1;
        while (element.find()) {
            int first = element.start();
            while (first < element.end() && text.charAt(first) == ' ') {
                first++;
            }
            boolean isLast = element.end() >= to - 1;
            Edit dropped = Edit.drop(text, first, element.end());
            edits.add(
                    isLast
                            ? new Edit(begun, element.end(), "", dropped.says())
                            : new Edit(first, Math.min(to - 1, element.end() + 2), "", dropped.says()));
            breakScalar(first, element.end());
            begun = element.end();
        }
    }

    private void breakScalar(int from, int to) {
        if (from >= to) {
            return;
        }
        char first = text.charAt(from);
        boolean isQuoted = (first == '"' || first == '\'') && to - from > 2 && text.charAt(to - 1) == first;
        edits.addAll(isQuoted ? Values.of(text, from + 1, to - 1) : Values.of(text, from, to));
    }
}
