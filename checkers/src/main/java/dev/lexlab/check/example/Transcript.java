package dev.lexlab.check.example;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code .console} file: what was typed into one shell, and what it printed. */
final class Transcript {
    private static final String PROMPT = "$ ";
    private static final String MORE = "> ";
    /** Behind each command the shell says with which exit code it ended; no command of an example prints this sign. */
    private static final String MARK = "\u0001";

    private static final Pattern END = Pattern.compile("\n?" + MARK + "(\\d+)\n");

    private final String name;
    private final List<Typed> all = new ArrayList<>();

    private Transcript(String name) {
        this.name = name;
    }

    /** A command, the line it stands in, and what is shown of its output. */
    private record Typed(int line, StringBuilder command, ShownOutput shown) {}

    /**
     * Reads one.
     *
     * @param problems gets what is no transcript
     */
    static Transcript read(String name, String text, Problems problems) {
        Transcript transcript = new Transcript(name);
        int number = 0;
        boolean mayGoOn = false;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("#")) {
                mayGoOn = false;
            } else if (line.startsWith(PROMPT)) {
                String command = line.substring(PROMPT.length());
                transcript.all.add(new Typed(number, new StringBuilder(command), new ShownOutput(name)));
                mayGoOn = true;
            } else if (mayGoOn && line.startsWith(MORE)) {
                transcript.last().command().append('\n').append(line, MORE.length(), line.length());
            } else if (!transcript.all.isEmpty()) {
                transcript.last().shown().add(number, line);
                mayGoOn = false;
            } else if (!line.isBlank()) {
                problems.add(Place.of(name, number), "no command printed this", "write one above it, behind '$ '");
            }
        }
        if (transcript.all.isEmpty()) {
            problems.add(Place.of(name), "there is no command in it", "write one behind '$ '");
        }
        return transcript;
    }

    private Typed last() {
        return all.get(all.size() - 1);
    }

    /** For a shell: the commands one after the other, each with its end marked. */
    String script() {
        StringBuilder script = new StringBuilder("exec 2>&1\n");
        for (Typed typed : all) {
            script.append("{ ").append(typed.command()).append("\n} </dev/null\n");
            script.append("printf '\\n\\001%d\\n' $?\n");
        }
        return script.toString();
    }

    /** What differs between what is shown and what the shell said. */
    List<Problem> judge(String said) {
        List<Problem> problems = new ArrayList<>();
        Matcher end = END.matcher(said);
        int from = 0;
        for (Typed typed : all) {
            if (!end.find()) {
                problems.add(new Problem(
                        Place.of(name, typed.line()),
                        "the shell ended here, or did not end in time; the last it said: "
                                + lastLine(said.substring(from)),
                        "let the command end; one that goes on belongs into the background, with '&'"));
                return problems;
            }
            String its = said.substring(from, end.start());
            from = end.end();
            judge(typed, its, Integer.parseInt(end.group(1))).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> judge(Typed typed, String said, int code) {
        if (!typed.shown().isEmpty()) {
            return typed.shown().difference(said.lines().toList(), typed.line());
        }
        return code == 0
                ? Optional.empty()
                : Optional.of(new Problem(
                        Place.of(name, typed.line()),
                        "this command failed with exit code " + code + ": " + lastLine(said),
                        "show what it says where readers should see it fail"));
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("nothing");
    }
}
