package dev.lexlab.graders.postgres.recovery;

import java.util.HashMap;
import java.util.Map;

/** What came of the calls of archive and fetch, by the name of the situation. */
record Calls(Map<String, Call> all) {
    private static final int FIELDS = 4;

    Calls {
        all = Map.copyOf(all);
    }

    /** A line for each: situation, exit code, {@code same} where fetch brought the right bytes, and the last words. */
    static Calls parse(String lines) {
        Map<String, Call> all = new HashMap<>();
        lines.lines().map(line -> line.split("\t", FIELDS)).forEach(fields -> {
            if (fields.length == FIELDS && fields[1].matches("\\d{1,3}")) {
                all.put(fields[0], new Call(Integer.parseInt(fields[1]), fields[2].equals("same"), fields[3].strip()));
            }
        });
        return new Calls(all);
    }

    Call get(String situation) {
        Call call = all.get(situation);
        if (call == null) {
            throw new IllegalStateException("nothing is known of the situation '" + situation + "'");
        }
        return call;
    }

    /**
     * One of them.
     *
     * @param hasSameBytes whether the file that was to be brought is there, as it was
     * @param said its last words
     */
    record Call(int exitCode, boolean hasSameBytes, String said) {

        boolean succeeded() {
            return exitCode == 0;
        }

        boolean isSame() {
            return succeeded() && hasSameBytes;
        }

        String inWords() {
            return "exit code " + exitCode + (said.isEmpty() ? "" : ": " + said);
        }
    }
}
