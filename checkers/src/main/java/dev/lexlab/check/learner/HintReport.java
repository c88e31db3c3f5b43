package dev.lexlab.check.learner;

import dev.lexlab.check.learner.Ladder.Hint;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.text.Sink;
import java.util.ArrayList;
import java.util.List;

/** Says a hint, on which rung of how many it stands, and what there is beyond it. */
public final class HintReport {
    private static final int WIDTH = 78;

    private final Console console;

    public HintReport(Console console) {
        this.console = console;
    }

    /** Says it. */
    public void tell(TaskDefinition task, String name, Hint hint) {
        String old = hint.isNew() ? "" : ", once more";
        console.say(console.paint(Style.STRONG, Sink.TERMINAL.encode(task.title()))
                + console.paint(Style.QUIET, "   " + name + ", hint " + hint.number() + " of " + hint.of() + old));
        console.say("");
        wrapped(Sink.TERMINAL.encode(hint.text())).forEach(line -> console.say("  " + line));
        console.say("");
    }

    /** What to type for more. */
    public void tellMore(String name, int used, int of) {
        int left = of - used;
        if (left > 0) {
            console.say("next: " + console.paint(Style.LINK, "./lexlab hint " + name)
                    + (left == 1 ? ", the last one, nearly says it all" : ", " + left + " more, each saying more"));
        } else {
            console.say("that was the last hint; all of them again: "
                    + console.paint(Style.LINK, "./lexlab hint " + name + " --again"));
        }
    }

    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
