package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.shell.Opening;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.util.Optional;

/** Says why a submission could not be applied whole. */
final class Trouble {
    private static final int MOST_CHARACTERS = 1000;

    private Trouble() {}

    /** A container of the learner's image may end before anybody looks. */
    static void tellEnd(Console console, Door door, Untrusted words) {
        String said = Sink.TERMINAL.encode(words, MOST_CHARACTERS).strip();
        console.note("'" + door.name() + "' has ended already; "
                + (said.isEmpty()
                        ? "it said nothing"
                        : "the end of what it said:\n" + said.indent(2).stripTrailing()));
    }

    static void tell(Console console, Opening opening, Target task) {
        Optional<Feedback> trouble = opening.trouble();
        if (trouble.isEmpty()) {
            return;
        }
        Feedback feedback = trouble.get();
        String where =
                feedback.place().map(place -> task.shown() + "/" + place + ": ").orElse("");
        console.note(console.paint(Style.BAD, "Your files could not be applied whole: ")
                + Sink.TERMINAL.encode(where + feedback.summary()));
        feedback.seen()
                .ifPresent(seen -> console.note(Sink.TERMINAL
                        .encode(seen, MOST_CHARACTERS)
                        .strip()
                        .indent(2)
                        .stripTrailing()));
        feedback.next().ifPresent(next -> console.note("  next: " + Sink.TERMINAL.encode(next)));
    }
}
