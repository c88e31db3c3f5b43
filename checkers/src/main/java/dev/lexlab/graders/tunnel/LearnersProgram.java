package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Shell;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of the learner's that is started once and goes on. What it says and how it ends is kept on its machine, where
 * every check, and the learner, can look it up.
 */
record LearnersProgram(String name, Machine machine) {
    private static final String HOME = "/home/learner/";
    /** As sh, bash and Python tell a line of the file they were given. */
    private static final Pattern COMPLAINT = Pattern.compile("(?:^\\w+: (?:line )?|File \"\\w+\", line )(\\d+)");

    private static final int LAST_WORDS = 600;
    /** Bytes of a log that are worth showing. */
    private static final String EVIDENCE = "16384";

    /**
     * Looks whether it can be started at all.
     *
     * @throws Invalid with the line that cannot be read
     */
    void refuseUnstartable(Submission work) {
        SubmittedFile file = work.file(name);
        String text = file.text();
        if (text.contains("\r\n")) {
            throw Invalid.at(file.at(1, 0), "this program cannot be started: its lines end as on Windows")
                    .next("Save the file with Unix line ends (LF); most editors have a setting for that.");
        }
        String first = text.lines().findFirst().orElse("");
        if (!first.startsWith("#!")) {
            throw Invalid.at(file.at(1, 1), "this program cannot be started: its first line does not say what runs it")
                    .next("Begin the file with #!/bin/sh or #!/usr/bin/env python3.");
        }
        for (String reader : readers(first)) {
            Ran ran = machine.run("sh", "-c", reader + " " + Shell.words(name));
            Matcher place = COMPLAINT.matcher(ran.err());
            if (!ran.succeeded() && place.find()) {
                int told = Integer.parseInt(place.group(1));
                // A shell misses the end of something when the file is over.
                int line = (int) Math.min(told, text.lines().count());
                throw Invalid.at(file.at(line, 0), "this program cannot be read")
                        .seen(lastLine(ran.err()))
                        .next("Mend the syntax at this line, or a little above it.");
            }
        }
    }

    /** What reads a program without running it. Of others we know only when they run. */
    private static List<String> readers(String shebang) {
        if (shebang.contains("python")) {
            return List.of("python3 -c 'import ast, sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])'");
        }
        if (shebang.contains("bash")) {
            return List.of("bash -n");
        }
        return shebang.endsWith("sh") ? List.of("sh -n") : List.of();
    }

    /** What it says is evidence of a check that it goes on in. */
    LearnersProgram keptIn(Evidence evidence) {
        evidence.textAtEnd("what ./" + name + " said", this::allWords);
        return this;
    }

    void start() {
        machine.start(Command.of("sh", "-c", "./" + name + " >" + log() + " 2>&1; echo $? >" + endMark()));
    }

    /** Its exit code, where it is no longer running. */
    Optional<String> exitCode() {
        Ran ran = machine.run("cat", endMark());
        String code = ran.out().strip();
        return ran.succeeded() && !code.isEmpty() ? Optional.of(code) : Optional.empty();
    }

    private String allWords() {
        return machine.run(
                        "sh",
                        "-c",
                        "tail -c " + EVIDENCE + " " + log() + "; echo; test -s " + endMark()
                                + " && echo \"(ended with exit code $(cat " + endMark()
                                + "))\" || echo '(still running)'")
                .out()
                .strip();
    }

    /** The last that it said, or empty. */
    String lastWords() {
        String said =
                machine.run("tail", "-c", String.valueOf(LAST_WORDS), log()).out();
        return lastLine(said);
    }

    /** {@code ./tunnel runs}, or how it ended. */
    String inWords() {
        String state = exitCode()
                .map(code -> "./" + name + " ended with exit code " + code)
                .orElse("./" + name + " is running");
        String words = lastWords();
        return words.isEmpty() ? state + " and said nothing" : state + "; it said last: " + words;
    }

    private static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line.strip());
    }

    private String log() {
        return HOME + name + ".log";
    }

    private String endMark() {
        return HOME + name + ".ended";
    }
}
