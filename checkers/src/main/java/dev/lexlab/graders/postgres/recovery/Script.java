package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.author.SubmittedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of the learner's. What it says goes into a file: a server that it starts keeps its outputs, and nobody who reads them
 * would see an end.
 */
final class Script {
    private static final String FOLDER = "/work";
    private static final int CANNOT_BE_RUN = 126;
    private static final int NOT_FOUND = 127;
    /** As sh, bash and Python tell a line of the file they were given. */
    private static final Pattern COMPLAINT =
            Pattern.compile("(?:^[\\w./-]+: (?:line )?|File \"[^\"]+\", line )(\\d{1,6})");

    /** Everything is under its own name, which is the shell's {@code $0}. */
    private static final String CALL = FOLDER + "/\"$0\" \"$@\" >\"/tmp/$0.said\" 2>&1 </dev/null; ";

    private static final String LAST_WORDS = "2000";
    /** Bytes of a log that are worth showing. */
    private static final String EVIDENCE = "16384";
    /**
     * The last line that says why a server gave up, in whatever log the learner let it write. What it told clients who came too
     * early or too late is not about itself; and of a faulty setting, an earlier line has the place.
     */
    private static final String LOOK_FOR_LAST_WORDS_OF_SERVER = "find /db /tmp /work -type f -size -256k -exec"
            + " grep -IhE '(FATAL|PANIC): | in file \".*\" line [0-9]' {} + 2>/dev/null"
            + " | grep -v 'the database system is\\|contains errors' | sort | tail -n 1";

    private final SubmittedFile file;
    private final Machine machine;

    private Script(SubmittedFile file, Machine machine) {
        this.file = file;
        this.machine = machine;
    }

    /**
     * Takes one that can be started.
     *
     * @throws Invalid where it cannot even begin
     */
    static Script of(Submission work, String name, Machine machine) {
        Script script = new Script(work.file(name), machine);
        script.refuseUnstartable();
        return script;
    }

    String name() {
        return "./" + file.path();
    }

    private void refuseUnstartable() {
        String text = file.text();
        if (text.contains("\r\n")) {
            throw Invalid.at(file.at(1, 0), name() + " cannot be started: its lines end as on Windows")
                    .next("Save the file with Unix line ends (LF); most editors have a setting for that.");
        }
        String first = text.lines().findFirst().orElse("");
        if (!first.startsWith("#!")) {
            throw Invalid.at(file.at(1, 1), name() + " cannot be started: its first line does not say what runs it")
                    .next("Begin the file with #!/bin/sh.");
        }
    }

    /**
     * Looks why it did not succeed: where it could not begin, or not be read, nothing else is worth saying.
     *
     * @throws Invalid with the line that cannot be read
     */
    void refuseUnreadable(int exitCode, String said) {
        if (exitCode == NOT_FOUND || exitCode == CANNOT_BE_RUN) {
            throw Invalid.at(file.at(1, 0), name() + " cannot be started, or calls a program that is not there")
                    .seen("exit code " + exitCode + (said.isBlank() ? "" : ": " + said.strip()))
                    .next(
                            "On this machine there are sh, bash, perl, and the programs of PostgreSQL and of a small Debian.");
        }
        String first = file.text().lines().findFirst().orElse("");
        if (first.endsWith("sh")) {
            Ran ran = machine.run(first.contains("bash") ? "bash" : "sh", "-n", FOLDER + "/" + file.path());
            Matcher place = COMPLAINT.matcher(ran.err());
            if (!ran.succeeded() && place.find()) {
                // A shell misses the end of something when the file is over.
                int line = (int) Math.min(
                        Integer.parseInt(place.group(1)), file.text().lines().count());
                throw Invalid.at(file.at(line, 0), name() + " cannot be read")
                        .seen(ran.err().strip())
                        .next("Mend the syntax at this line, or a little above it.");
            }
        }
    }

    /**
     * Runs it to its end, with what it said as the output.
     *
     * @throws Invalid where it cannot be started or read
     */
    Ran run(String... arguments) {
        Ran ran = machine.run(
                command(CALL + "code=$?; tail -c " + LAST_WORDS + " " + said() + "; exit $code", arguments));
        if (!ran.succeeded()) {
            refuseUnreadable(ran.exitCode(), ran.out());
        }
        return new Ran(typed(arguments), ran.exitCode(), ran.out(), "");
    }

    /** The same for what must succeed. */
    void runOrFail(String reproduce, String... arguments) {
        Ran ran = run(arguments);
        if (!ran.succeeded()) {
            throw refusal(ran).reproduce(reproduce);
        }
    }

    /** It says itself that it did not do it. */
    Failure refusal(Ran ran) {
        return Failure.of(name() + " says that it did not succeed")
                .expected("exit code 0 of " + ran.command())
                .seen(ran.inWords())
                .next("Read its last words above, and mend what they complain about.");
    }

    /** Starts it and does not wait; how it ends is written down where {@link #end} finds it. */
    void start(String... arguments) {
        machine.start(command(CALL + "echo $? >" + endMark(), arguments));
    }

    /** For a shell on the machine: the exit code where it has ended, and what it said last. */
    String askForEnd() {
        return "[ -s " + endMark() + " ] && cat " + endMark() + " && tail -c " + LAST_WORDS + " " + said() + "\n";
    }

    /**
     * What came of it, where it has ended.
     *
     * @param answer to {@link #askForEnd}
     * @throws Invalid where it could not be started or read
     */
    Optional<Ran> end(String answer, String... arguments) {
        String code = answer.lines().findFirst().orElse("");
        if (!code.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        Ran ended = new Ran(
                typed(arguments),
                Integer.parseInt(code),
                answer.substring(code.length()).strip(),
                "");
        if (!ended.succeeded()) {
            refuseUnreadable(ended.exitCode(), ended.out());
        }
        return Optional.of(ended);
    }

    /** What it says is evidence of the check that it runs in. */
    Script keptIn(Evidence evidence) {
        evidence.textAtEnd(
                "what " + name() + " said",
                () -> machine.run("tail", "-c", EVIDENCE, said()).out());
        return this;
    }

    /** Empty where no server gave up, or none left a word. */
    String lastWordsOfServer() {
        return machine.run("sh", "-c", LOOK_FOR_LAST_WORDS_OF_SERVER).out().strip();
    }

    private Command command(String go, String... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", go, file.path()));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray(String[]::new));
    }

    private String typed(String... arguments) {
        List<String> words = new ArrayList<>(List.of(name()));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray(String[]::new)).typed();
    }

    private String said() {
        return "/tmp/" + file.path() + ".said";
    }

    private String endMark() {
        return "/tmp/" + file.path() + ".ended";
    }
}
