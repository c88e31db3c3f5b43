package dev.lexlab.check.cli;

import dev.lexlab.check.scaffold.Made;
import dev.lexlab.check.scaffold.Refused;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;

/** Says what was written, and how to go on. */
final class Scaffolded {

    private Scaffolded() {}

    static ExitCode tell(Console console, Making making) throws UsageProblem, IOException, ProblemsFound {
        Made made;
        try {
            made = making.make();
        } catch (Refused e) {
            throw new UsageProblem(String.valueOf(e.getMessage()));
        }
        console.say("Written:");
        made.files().forEach(file -> console.say("  " + console.paint(Style.STRONG, file)));
        made.remarks().forEach(remark -> console.say(console.paint(Style.QUIET, remark)));
        console.say("");
        console.say("next:");
        made.next().forEach(command -> console.say("  " + console.paint(Style.LINK, command)));
        return ExitCode.YES;
    }

    /** Writes all of it, or nothing. */
    interface Making {
        Made make() throws Refused, ProblemsFound, IOException;
    }
}
