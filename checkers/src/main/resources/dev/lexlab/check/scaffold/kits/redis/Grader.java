package {{package}};

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;

/** Keeps and recalls as a learner would, and looks at the key as any other client. */
final class {{class}} {
    private static final int CANNOT_BE_RUN = 126;
    private static final int SLACK_SECONDS = 100;

    @Check("keeps")
    void keeps(Submission work, @Named("desk") Machine desk, Service redis, Draw draw) {
        String key = draw.word();
        String text = "first line, " + draw.name() + "\nlast line, " + draw.name() + "\n";
        keep(work, desk, key, 200, text);

        String kept = redis.run("redis-cli", "GET", key).out();
        if (!kept.strip().equals(text.strip())) {
            throw Failure.of("another client does not find under " + key + " what was kept there")
                    .expected(text)
                    .seen(kept.isBlank() ? "nothing" : kept)
                    .diagnose("text-changed")
                    .reproduce(typed(key, 200, text) + "; redis-cli GET " + key);
        }
    }

    @Check("ends")
    void ends(Submission work, @Named("desk") Machine desk, Service redis, Draw draw) {
        String key = draw.word();
        int seconds = draw.number(200, 299);
        keep(work, desk, key, seconds, draw.name());

        int left = secondsLeft(redis, key);
        if (!fits(left, seconds)) {
            throw Failure.of(key + " was to be kept for " + seconds + " seconds")
                    .expected(seconds + " seconds, or a few less")
                    .seen(left == -1 ? "it stays for ever" : left + " seconds")
                    .diagnose(left == -1 ? "never-ends" : "fixed-time")
                    .reproduce(typed(key, seconds, "a text") + "; echo \"it goes in $(redis-cli TTL " + key + ") s\"");
        }
    }

    @Check("anew")
    void anew(Submission work, @Named("desk") Machine desk, Service redis, Draw draw) {
        String key = draw.word();
        int more = draw.number(500, 699);
        keep(work, desk, key, 200, "old " + key);
        keep(work, desk, key, more, "new " + key);
        String both = typed(key, 200, "old " + key) + "; " + typed(key, more, "new " + key);

        String kept = redis.run("redis-cli", "GET", key).out().strip();
        if (!kept.equals("new " + key)) {
            throw Failure.of(key + " was kept twice, and does not hold the new text")
                    .expected("new " + key)
                    .seen(kept)
                    .diagnose("first-stays")
                    .reproduce(both + "; redis-cli GET " + key);
        }
        int left = secondsLeft(redis, key);
        if (!fits(left, more)) {
            throw Failure.of(key + " was kept again, for " + more + " seconds")
                    .expected(more + " seconds, or a few less")
                    .seen(left + " seconds")
                    .diagnose("old-time")
                    .reproduce(both + "; echo \"it goes in $(redis-cli TTL " + key + ") s\"");
        }
    }

    @Check("nothing")
    void nothing(Submission work, @Named("desk") Machine desk, Draw draw) {
        String key = draw.word();
        Ran none = program(work, desk, Command.of("./recall", key));
        if (none.exitCode() != 1 || !none.out().isEmpty()) {
            throw Failure.of("nobody has kept " + key + ", and recall does not say so")
                    .expected("no output, and exit code 1")
                    .seen(none.inWords())
                    .diagnose("empty-answer")
                    .reproduce("./recall " + key + "; echo \"exit code $?\"");
        }
        String text = draw.name();
        keep(work, desk, key, 200, text);
        Ran there = program(work, desk, Command.of("./recall", key));
        if (!there.succeeded() || !there.out().strip().equals(text)) {
            throw Failure.of("recall does not print what was kept")
                    .expected(text)
                    .seen(there.inWords())
                    .next("Print the text that is under the key, and end with 0.")
                    .reproduce(typed(key, 200, text) + "; ./recall " + key);
        }
    }

    private static void keep(Submission work, Machine desk, String key, int seconds, String text) {
        Command command = Command.of("./keep", key, Integer.toString(seconds)).reading(text);
        Ran ran = program(work, desk, command);
        if (!ran.succeeded()) {
            throw Failure.of("keep does not end well")
                    .expected("exit code 0")
                    .seen(ran.inWords())
                    .next("Run it by hand in the task's shell, and read what it says.")
                    .reproduce(typed(key, seconds, text));
        }
    }

    private static Ran program(Submission work, Machine desk, Command command) {
        Ran ran = desk.run(command);
        if (ran.exitCode() >= CANNOT_BE_RUN) {
            String file = command.words().get(0).substring(2);
            throw Invalid.at(work.file(file).at(1, 1), file + " cannot be started, or calls what is not there")
                    .seen(ran.inWords())
                    .next("Its first line says what runs it: #!/bin/sh, or #!/usr/bin/env python3.");
        }
        return ran;
    }

    private static int secondsLeft(Service redis, String key) {
        return Integer.parseInt(redis.run("redis-cli", "TTL", key).out().strip());
    }

    /** Some may have passed meanwhile, on a machine with much to do. */
    private static boolean fits(int left, int seconds) {
        return left > seconds - SLACK_SECONDS && left <= seconds;
    }

    private static String typed(String key, int seconds, String text) {
        return "printf '%s' '" + text + "' | ./keep " + key + " " + seconds;
    }
}
