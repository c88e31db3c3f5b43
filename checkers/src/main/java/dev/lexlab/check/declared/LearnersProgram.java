package dev.lexlab.check.declared;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.SubmittedFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of the submission that a step starts: whether it can be run at all, and where not. */
record LearnersProgram(SubmittedFile file) {
    private static final int CANNOT_BE_RUN = 126;
    private static final int NOT_FOUND = 127;
    /** Words of the clock that every command is run under. */
    private static final String NOT_STARTED = "failed to run command";

    private static final Pattern PYTHON =
            Pattern.compile("^(SyntaxError|IndentationError|TabError)\\b", Pattern.MULTILINE);

    String name() {
        return "./" + file.path();
    }

    /** What has no interpreter was never made a program. */
    void refuseWithoutInterpreter() {
        String firstLine = file.text().lines().findFirst().orElse("");
        if (!firstLine.startsWith("#!")) {
            throw Invalid.at(file.at(1, 1), "nothing says what should run " + name())
                    .next("Begin its first line with #! and an interpreter: #!/bin/sh, or #!/usr/bin/env python3.");
        }
        if (file.text().startsWith(firstLine + "\r\n")) {
            throw Invalid.at(
                            file.at(1, 1), name() + " has the line ends of Windows, and so the name of its interpreter")
                    .next("Save it with line ends of Unix (LF).");
        }
    }

    void refuseWhatIsNoProgram(Ran ran) {
        boolean isExecFault = ran.exitCode() == NOT_FOUND || ran.exitCode() == CANNOT_BE_RUN;
        if (isExecFault && ran.err().contains(NOT_STARTED)) {
            throw Invalid.at(file.at(1, 1), name() + " cannot be started")
                    .seen(ran.inWords())
                    .next("Its first line names what runs it. Is that program there? Look with ./lexlab shell.");
        }
        syntaxError(ran).ifPresent(line -> {
            throw Invalid.at(file.at(line, 0), name() + " is no program yet")
                    .seen(ran.err().strip())
                    .next("Look at that line and at the one before it.");
        });
    }

    /** The line that an interpreter cannot read, in its own words. */
    private Optional<Integer> syntaxError(Ran ran) {
        String path = Pattern.quote(file.path());
        String words = PYTHON.matcher(ran.err()).find()
                ? "File \"[^\"]*\\b" + path + "\", line (\\d{1,6})"
                : "^(?:\\./)?" + path + ": (?:line )?(\\d{1,6}): [Ss]yntax error";
        Matcher line = Pattern.compile(words, Pattern.MULTILINE).matcher(ran.err());
        return line.find() ? Optional.of(Integer.parseInt(line.group(1))) : Optional.empty();
    }
}
