package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.lab.problem.Place;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of the submission on the machine that holds it. */
final class LearnerProgram {
    private static final int CANNOT_BE_RUN = 126;
    private static final int NOT_FOUND = 127;
    private static final Pattern TRACE = Pattern.compile("Traceback \\(most recent call last\\):");
    /** Python's name for a file it cannot read as a program. */
    private static final Pattern UNREADABLE = Pattern.compile("(?m)^(SyntaxError|IndentationError|TabError):");

    /** pika's name for an address where no broker is. */
    private static final String NOBODY_ANSWERS = "AMQPConnectionError";

    private final SubmittedFile file;
    private final Machine machine;

    LearnerProgram(SubmittedFile file, Machine machine) {
        this.file = file;
        this.machine = machine;
    }

    String name() {
        return "./" + file.path();
    }

    /** Where it is no success, nothing else can be looked at. */
    void runOrRefuse() {
        Ran ran = run();
        if (!ran.succeeded()) {
            throw Invalid.at(placeOf(ran), name() + " does not succeed")
                    .seen(inWords(ran))
                    .next(nextAfter(ran));
        }
    }

    private String nextAfter(Ran ran) {
        return ran.err().contains(NOBODY_ANSWERS)
                ? "The broker is another machine: take its address from the variable AMQP_URL."
                : "Run it yourself: ./lexlab up rabbitmq, then ./lexlab shell rabbitmq/topics -- " + name();
    }

    Ran run(String... arguments) {
        return runReading("", arguments);
    }

    /**
     * Runs it to its end.
     *
     * @throws Invalid where it cannot even begin
     */
    Ran runReading(String input, String... arguments) {
        refuseWithoutInterpreter();
        String[] words = new String[arguments.length + 1];
        words[0] = name();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        Ran ran = machine.run(Command.of(words).reading(input));
        if (ran.exitCode() == NOT_FOUND || ran.exitCode() == CANNOT_BE_RUN) {
            throw Invalid.at(placeOf(ran), name() + " cannot be started, or calls a program that is not there")
                    .seen(ran.inWords())
                    .next("There are Python with pika, sh, perl, curl, amqp-tools and rabbitmqadmin on the worker.");
        }
        if (UNREADABLE.matcher(ran.err()).find()) {
            throw Invalid.at(placeOf(ran), name() + " is no Python program yet")
                    .seen(lastLine(ran.err()))
                    .next("Look at that line and at the one before it.");
        }
        return ran;
    }

    private void refuseWithoutInterpreter() {
        String firstLine = file.text().lines().findFirst().orElse("");
        if (!firstLine.startsWith("#!")) {
            throw Invalid.at(file.at(1, 1), "nothing says what should run " + name())
                    .next("Begin its first line with #! and an interpreter: #!/usr/bin/env python3, or #!/bin/sh.");
        }
        if (file.text().startsWith(firstLine + "\r\n")) {
            throw Invalid.at(
                            file.at(1, 1), name() + " has the line ends of Windows, and so the name of its interpreter")
                    .next("Save it with line ends of Unix (LF).");
        }
    }

    /** The learner's line that a stack trace of Python names last, else the file. */
    Place placeOf(Ran ran) {
        Matcher line = Pattern.compile("File \"[^\"]*\\b" + Pattern.quote(file.path()) + "\", line (\\d{1,6})")
                .matcher(ran.err());
        int last = 0;
        while (line.find()) {
            last = Integer.parseInt(line.group(1));
        }
        return file.at(last, 0);
    }

    /** How it ended; of a stack trace only its last line, which says what happened. */
    static String inWords(Ran ran) {
        return TRACE.matcher(ran.err()).find()
                ? "exit code " + ran.exitCode() + ": " + lastLine(ran.err())
                : ran.inWords();
    }

    private static String lastLine(String text) {
        List<String> lines = text.strip().lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
