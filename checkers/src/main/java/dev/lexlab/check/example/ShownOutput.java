package dev.lexlab.check.example;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What readers are shown, to be compared with what was said. {@code …} in a line is any text, and alone any lines. */
final class ShownOutput {
    static final String ANY = "…";

    private static final String HINT = "write " + ANY + " where it may differ";
    private static final int LONGEST = 120;

    private final String file;
    private final List<Line> lines = new ArrayList<>();

    /** A line and where it stands, from 1. */
    private record Line(int number, String text) {
        boolean matches(String said) {
            if (!text.contains(ANY)) {
                return text.equals(said);
            }
            StringBuilder pattern = new StringBuilder();
            for (String part : text.split(ANY, -1)) {
                pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
            }
            return Pattern.matches(pattern.toString(), said);
        }

        boolean isAnyLines() {
            return text.strip().equals(ANY);
        }
    }

    ShownOutput(String file) {
        this.file = file;
    }

    void add(int number, String text) {
        lines.add(new Line(number, text.stripTrailing()));
    }

    boolean isEmpty() {
        return lines.stream().allMatch(line -> line.text().isEmpty());
    }

    /**
     * The first line that was not as shown.
     *
     * @param above the line of the file that said it, for what was not shown at all
     */
    Optional<Problem> difference(List<String> said, int above) {
        List<Line> shown = new ArrayList<>(lines);
        while (!shown.isEmpty() && shown.get(shown.size() - 1).text().isEmpty()) {
            shown.remove(shown.size() - 1);
        }
        List<String> heard =
                new ArrayList<>(said.stream().map(String::stripTrailing).toList());
        while (!heard.isEmpty() && heard.get(heard.size() - 1).isEmpty()) {
            heard.remove(heard.size() - 1);
        }
        int line = 0;
        int at = 0;
        int anyLine = -1; // the last line that stands for any lines, and how many of them it took
        int anyAt = -1;
        Optional<Problem> first = Optional.empty();
        while (at < heard.size() || line < shown.size()) {
            if (line < shown.size() && shown.get(line).isAnyLines()) {
                anyLine = line++;
                anyAt = at;
            } else if (line < shown.size()
                    && at < heard.size()
                    && shown.get(line).matches(heard.get(at))) {
                line++;
                at++;
            } else {
                first = first.isPresent() ? first : Optional.of(problem(shown, line, heard, at, above));
                if (anyLine < 0 || anyAt >= heard.size()) {
                    return first;
                }
                line = anyLine + 1;
                at = ++anyAt;
            }
        }
        return Optional.empty();
    }

    private Problem problem(List<Line> shown, int line, List<String> heard, int at, int above) {
        if (line == shown.size()) {
            int last = shown.isEmpty() ? above : shown.get(line - 1).number();
            return new Problem(Place.of(file, last), "below this it also said " + quoted(heard.get(at)), HINT);
        }
        String said = at < heard.size() ? quoted(heard.get(at)) : "nothing more";
        return new Problem(
                Place.of(file, shown.get(line).number()),
                "shown is " + quoted(shown.get(line).text()) + ", and the real thing said " + said,
                HINT);
    }

    private static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    /** For a message. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + ANY;
    }
}
