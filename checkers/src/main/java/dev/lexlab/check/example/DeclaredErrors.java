package dev.lexlab.check.example;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The errors that a {@code .sql} file says its statements end in. */
final class DeclaredErrors {
    private static final Pattern DECLARED = Pattern.compile("--\\s*ERROR:\\s+(.*)$");
    private static final Pattern TOLD = Pattern.compile("^psql:[^\\n]*?:(\\d+): ERROR:\\s+(.*)$", Pattern.MULTILINE);

    private final String name;
    private final Map<Integer, String> declared = new TreeMap<>();

    DeclaredErrors(String name, String text) {
        this.name = name;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher error = DECLARED.matcher(line);
            if (error.find()) {
                declared.put(number, error.group(1).strip());
            }
        }
    }

    /**
     * What differs between the errors declared and those that happened.
     *
     * @param told what psql wrote to its standard error: with each error the line that its statement ends in
     */
    List<Problem> judge(String told) {
        List<Problem> problems = new ArrayList<>();
        Map<Integer, String> open = new TreeMap<>(declared);
        Matcher error = TOLD.matcher(told);
        while (error.find()) {
            int line = Integer.parseInt(error.group(1));
            String said = error.group(2).strip();
            String expected = open.remove(line);
            if (!said.equals(expected)) {
                problems.add(new Problem(
                        Place.of(name, line),
                        "this statement was refused: ERROR:  " + said,
                        "where readers should see that, end this line with '-- ERROR:  " + said + "'"));
            }
        }
        open.forEach((line, message) -> problems.add(new Problem(
                Place.of(name, line),
                "this statement was not refused with 'ERROR:  " + message + "'",
                "the comment stands on the line of its semicolon; take it away where nothing is refused")));
        return problems;
    }
}
