package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.SubmittedFile;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the bank's client program obeys.
 *
 * @param attempts how often a transaction is begun that ends with one of {@link Teller#TRY_AGAIN}
 */
record ClientConf(Isolation isolation, int attempts) {
    private static final String ISOLATION = "isolation";
    private static final String ATTEMPTS = "attempts";
    private static final int MOST_ATTEMPTS = 10;
    private static final String FORM = "write two lines: isolation = read committed, repeatable read or serializable;"
            + " attempts = a number from 1 to " + MOST_ATTEMPTS;

    /** Strictly: a setting that is misspelt must not be taken for one that is left out. */
    static ClientConf read(SubmittedFile file) {
        Map<String, Line> found = new TreeMap<>();
        int number = 0;
        for (String text : file.text().split("\\R", -1)) {
            number++;
            String meat = text.replaceFirst("#.*", "").strip();
            if (!meat.isEmpty()) {
                Line line = Line.of(file, number, meat);
                if (found.put(line.key(), line) != null) {
                    throw line.refused("'" + line.key() + "' stands here a second time", "leave one of the two");
                }
            }
        }
        return new ClientConf(isolation(file, found), attempts(file, found));
    }

    private static Isolation isolation(SubmittedFile file, Map<String, Line> found) {
        Line line = required(file, found, ISOLATION);
        return Isolation.of(line.value())
                .orElseThrow(() -> line.refused(
                        "'" + line.value() + "' is no isolation level",
                        "use one of: read committed, repeatable read, serializable"));
    }

    private static int attempts(SubmittedFile file, Map<String, Line> found) {
        Line line = required(file, found, ATTEMPTS);
        if (!line.value().matches("[1-9]|10")) {
            throw line.refused(
                    "'" + line.value() + "' is no number of attempts",
                    "use a whole number from 1, never again, to " + MOST_ATTEMPTS);
        }
        return Integer.parseInt(line.value());
    }

    private static Line required(SubmittedFile file, Map<String, Line> found, String key) {
        Line line = found.get(key);
        if (line == null) {
            throw Invalid.at(file.at(0, 0), "'" + key + "' is missing").next(FORM);
        }
        return line;
    }

    private record Line(SubmittedFile file, int number, String key, String value) {

        static Line of(SubmittedFile file, int number, String text) {
            String[] sides = text.split("=", 2);
            Line line = new Line(file, number, sides[0].strip(), sides[sides.length - 1].strip());
            if (sides.length == 1) {
                throw line.refused("this is no setting", FORM);
            }
            if (!line.key().equals(ISOLATION) && !line.key().equals(ATTEMPTS)) {
                throw line.refused("there is no setting '" + line.key() + "'", FORM);
            }
            return line;
        }

        Invalid refused(String summary, String next) {
            return Invalid.at(file.at(number, 1), summary).next(next);
        }
    }
}
