package {{package}};

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Submission;

/** Lets the program try addresses where somebody listens, and others where nobody does. */
final class {{class}} {
    private static final String SERVER = "{{service}}";
    private static final String HOST = "{{VAR}}_HOST";
    private static final String PORT = "{{VAR}}_PORT";
    private static final int CANNOT_BE_RUN = 126;

    @Check("open")
    void open(Submission work, @Named("desk") Machine desk) {
        Ran ran = reach(work, desk, Command.of("./reach"));
        if (!ran.succeeded() || !ran.out().strip().equals("open")) {
            throw Failure.of("the server listens, and reach does not say so")
                    .expected("open, and exit code 0")
                    .seen(ran.inWords())
                    .diagnose("wrong-words")
                    .reproduce("./reach");
        }
    }

    @Check("closed")
    void closed(Submission work, @Named("desk") Machine desk, Draw draw) {
        String port = Integer.toString(draw.number(20_000, 29_999));
        Ran ran = reach(work, desk, Command.of("./reach", SERVER, port));
        if (!saysClosed(ran)) {
            throw Failure.of("nobody listens on port " + port + " of " + SERVER + ", and reach does not say so")
                    .expected("closed, and exit code 1")
                    .seen(ran.inWords())
                    .diagnose("never-tried")
                    .reproduce("./reach " + SERVER + " " + port + "; echo \"exit code $?\"");
        }
    }

    @Check("told")
    void told(Submission work, @Named("desk") Machine desk, Draw draw) {
        String port = Integer.toString(draw.number(30_000, 39_999));
        Command elsewhere = Command.of("./reach").with(HOST, "127.0.0.1").with(PORT, port);
        Ran ran = reach(work, desk, elsewhere);
        if (!saysClosed(ran)) {
            throw Failure.of("the variables name port " + port + " of this very machine, where nobody listens")
                    .expected("closed, and exit code 1")
                    .seen(ran.inWords())
                    .diagnose("fixed-address")
                    .reproduce(HOST + "=127.0.0.1 " + PORT + "=" + port + " ./reach; echo \"exit code $?\"");
        }
    }

    private static boolean saysClosed(Ran ran) {
        return ran.exitCode() == 1 && ran.out().strip().equals("closed");
    }

    private static Ran reach(Submission work, Machine desk, Command command) {
        Ran ran = desk.run(command);
        if (ran.exitCode() >= CANNOT_BE_RUN) {
            throw Invalid.at(work.file("reach").at(1, 1), "reach cannot be started, or calls what is not there")
                    .seen(ran.inWords())
                    .next("Its first line says what runs it: #!/bin/sh, or #!/usr/bin/env python3.");
        }
        return ran;
    }
}
