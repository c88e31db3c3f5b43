package dev.lexlab.site.scan;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through the lines of an AsciiDoc page as its engine would, because includes are put in place before the engine sees them and may
 * depend on what stands above: on attributes, and on conditions ({@code ifdef}, {@code ifndef}, {@code ifeval}, {@code endif}). Lines
 * under a condition that does not hold are left out.
 */
final class AsciidocReader {
    private static final Pattern CONDITION = Pattern.compile("(ifdef|ifndef|ifeval|endif)::([^\\[\\s]*)\\[(.*)\\]");
    private static final Pattern ENTRY =
            Pattern.compile(":(!?)([\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*)(!?):(?:[ \\t]+(.*))?");
    private static final Pattern COMPARISON = Pattern.compile("\\s*(.+?)\\s*(==|!=|<=|>=|<|>)\\s*(.+?)\\s*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final int LONGEST_COMPARISON = 500;

    private final DocumentAttributes attributes;
    private final Problems problems;
    private final Deque<Condition> conditions = new ArrayDeque<>();
    private final Verbatim verbatim = new Verbatim();
    private String continued = "";
    private String before = "";
    private boolean title;
    private boolean header = true;

    /**
     * One that is open.
     *
     * @param holds it and all around it
     */
    private record Condition(String target, boolean holds, SourceText.Line line) {}

    AsciidocReader(DocumentAttributes attributes, Problems problems) {
        this.attributes = attributes;
        this.problems = problems;
    }

    DocumentAttributes attributes() {
        return attributes;
    }

    /**
     * Reads the next line.
     *
     * @return what stays of it: the line, what stands in a condition of one line, or nothing
     */
    Optional<SourceText.Line> read(SourceText.Line line) {
        Matcher condition = CONDITION.matcher(line.text());
        if (condition.matches()) {
            return condition(condition.group(1), condition.group(2), condition.group(3), line);
        }
        if (!holds()) {
            return Optional.empty();
        }
        take(line);
        return Optional.of(line);
    }

    /** Whether the conditions around the next line hold. */
    boolean holds() {
        return conditions.isEmpty() || conditions.getFirst().holds();
    }

    /** Call behind the last line. */
    void end() {
        conditions.forEach(open -> problems.add(
                Place.of(open.line().file(), open.line().number()),
                "this condition never ends",
                "close it with a line 'endif::[]'"));
    }

    private void take(SourceText.Line line) {
        String text = line.text();
        if (!continued.isEmpty()) {
            value(continued, text, line);
        } else if (verbatim.holds(text)) {
            attributes.use(text); // code may name attributes, where it says so
        } else {
            entry(text, line);
        }
        if (!text.startsWith("//")) {
            before = text;
        }
    }

    private void entry(String text, SourceText.Line line) {
        Matcher entry = ENTRY.matcher(text);
        boolean canBe = header || before.isEmpty() || ":=[".indexOf(before.charAt(0)) >= 0;
        if (canBe && entry.matches()) {
            if (entry.group(1).isEmpty() && entry.group(3).isEmpty()) {
                value(entry.group(2) + "=", entry.group(4) == null ? "" : entry.group(4), line);
            } else {
                attributes.unset(entry.group(2));
            }
            return;
        }
        attributes.use(text);
        boolean isComment = text.startsWith("//");
        if (text.startsWith("= ") && header) {
            title = true;
        } else if (text.isEmpty() ? title : !isComment && !title) {
            header = false; // an empty line ends a header, and a text that begins without a title has none
        }
    }

    /** A value whose line ends with a backslash goes on in the next one. */
    private void value(String sofar, String text, SourceText.Line line) {
        boolean goesOn = text.endsWith(" \\");
        String whole = sofar.length() > DocumentAttributes.LONGEST
                ? sofar
                : sofar + (goesOn ? text.substring(0, text.length() - 1) : text.strip());
        if (goesOn) {
            continued = whole;
            return;
        }
        continued = "";
        int name = whole.indexOf('=');
        attributes.set(whole.substring(0, name), whole.substring(name + 1), line);
    }

    private Optional<SourceText.Line> condition(String kind, String target, String text, SourceText.Line line) {
        if (kind.equals("endif")) {
            end(target, line);
            return Optional.empty();
        }
        boolean here = holds() && (kind.equals("ifeval") ? compares(text, line) : isSet(kind, target, line));
        if (!kind.equals("ifeval") && !text.isEmpty()) {
            if (!here) {
                return Optional.empty();
            }
            // A condition within it is left to the engine: nobody nests them on one line but to do harm.
            SourceText.Line rest = new SourceText.Line(text, line.file(), line.number());
            take(rest);
            return Optional.of(rest);
        }
        conditions.push(new Condition(target, here, line));
        return Optional.empty();
    }

    private void end(String target, SourceText.Line line) {
        Place place = Place.of(line.file(), line.number());
        if (conditions.isEmpty()) {
            problems.add(place, "no condition is open here", "take this line away");
            return;
        }
        Condition open = conditions.pop();
        if (!target.isEmpty() && !target.equals(open.target())) {
            problems.add(
                    place,
                    "this ends the condition '" + target + "', and the one that is open is '" + open.target() + "'",
                    "it begins at " + open.line().file() + ":" + open.line().number());
        }
    }

    private boolean isSet(String kind, String target, SourceText.Line line) {
        if (target.isEmpty()) {
            problems.add(
                    Place.of(line.file(), line.number()),
                    "this condition names no attribute",
                    "write " + kind + "::name[]");
            return false;
        }
        String[] names = target.split("[,+]");
        long set = Arrays.stream(names).filter(attributes::has).count();
        boolean isSet = target.indexOf('+') < 0 ? set > 0 : set == names.length;
        return kind.equals("ifdef") == isSet;
    }

    private boolean compares(String text, SourceText.Line line) {
        Matcher comparison = COMPARISON.matcher(text);
        if (text.length() > LONGEST_COMPARISON || !comparison.matches()) {
            problems.add(
                    Place.of(line.file(), line.number()),
                    "'" + (text.length() > LONGEST_COMPARISON ? text.substring(0, LONGEST_COMPARISON) + "…" : text)
                            + "' compares nothing",
                    "write it like ifeval::[\"{name}\" == \"value\"]");
            return false;
        }
        String left = operand(comparison.group(1));
        String right = operand(comparison.group(3));
        int order = NUMBER.matcher(left).matches() && NUMBER.matcher(right).matches()
                ? Double.compare(Double.parseDouble(left), Double.parseDouble(right))
                : left.compareTo(right);
        return switch (comparison.group(2)) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    private String operand(String text) {
        boolean isQuoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return attributes.resolve(isQuoted ? text.substring(1, text.length() - 1) : text);
    }
}
