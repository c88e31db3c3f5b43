package dev.lexlab.check.cli;

import dev.lexlab.check.scaffold.Made;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;

/** Says what was written, and how to go on. */
final class Scaffolded {

    private Scaffolded() {}

    static ExitCode tell(Console console, Made made) {
        console.say("Written:");
        made.files().forEach(file -> console.say("  " + console.paint(Style.STRONG, file)));
        made.remarks().forEach(remark -> console.say(console.paint(Style.QUIET, remark)));
        console.say("");
        console.say("next:");
        made.next().forEach(command -> console.say("  " + console.paint(Style.LINK, command)));
        return ExitCode.YES;
    }
}
