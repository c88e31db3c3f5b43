package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;

/** Steps of our own, which no learner is to blame for. */
final class Ours {

    private Ours() {}

    /** What it wrote. */
    static String run(Machine machine, Command command) {
        Ran ran = machine.run(command);
        if (!ran.succeeded()) {
            throw new IllegalStateException(
                    "on " + machine.name() + ", " + command.typed() + " ended with " + ran.inWords());
        }
        return ran.out();
    }
}
