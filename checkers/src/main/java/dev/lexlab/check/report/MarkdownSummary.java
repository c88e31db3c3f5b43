package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.util.ArrayList;
import java.util.List;

/** Results in Markdown, for the summary that a CI service shows: a table of checks, and the first thing to fix. */
public final class MarkdownSummary {
    /** Services take no more than a certain size; this is well below all we know of. */
    static final int MOST_BYTES = 60_000;

    private static final int MOST_CHARACTERS = 1_500;
    private static final int MOST_OF_A_LINE = 400;
    private static final String CUT =
            "\n… cut here, because summaries are small; `--json` and `--html` write all of it.\n";

    private final List<String> blocks = new ArrayList<>();

    private MarkdownSummary() {}

    /** The text, at most 60,000 bytes of it. */
    public static String document(List<Result> results) {
        MarkdownSummary summary = new MarkdownSummary();
        results.forEach(result -> summary.task(result.grade()));
        return summary.cut();
    }

    private void task(Grade grade) {
        add("## " + Verdicts.sign(grade) + " " + text(grade.lab() + "/" + grade.task()) + ": " + Verdicts.word(grade)
                + ", " + Verdicts.count(grade) + "\n\n");
        add("| verdict | what must be so | points |\n| --- | --- | ---: |\n");
        for (CheckResult check : grade.checks()) {
            add("| " + Verdicts.sign(check.verdict()) + " " + Verdicts.word(check.verdict()) + " | "
                    + text(check.sentence()) + " | " + Verdicts.points(check, "/") + " |\n");
        }
        add("\n");
        Verdicts.firstToFix(grade).ifPresent(check -> fix(check, grade));
        add("Seed " + grade.seed() + ".\n\n");
    }

    private void fix(CheckResult check, Grade grade) {
        Feedback feedback = check.feedback().orElse(Feedback.of("there is nothing more to say"));
        boolean waited = check.verdict() == Verdict.TIMEOUT;
        add("### " + (check.verdict() == Verdict.ERROR ? "What went wrong: " : "First to fix: ")
                + text(feedback.summary()) + "\n\n");
        feedback.place().ifPresent(place -> item("where", place.toString()));
        feedback.diagnosis().ifPresent(diagnosis -> item("likely", diagnosis.says()));
        feedback.next().filter(next -> !next.isEmpty()).ifPresent(next -> item("next", next));
        feedback.term().ifPresent(term -> item("read", "./lexlab term " + term));
        add("\n");
        feedback.expected().ifPresent(value -> fence(waited ? "Waited for" : "Expected", value));
        feedback.seen().ifPresent(value -> fence(waited ? "Last seen" : "Seen", value));
        feedback.reproduce().ifPresent(reproduction -> {
            String as = reproduction.machine().isEmpty() ? "" : " --as " + reproduction.machine();
            fence(
                    "Reproduce in " + text("./lexlab shell " + grade.lab() + "/" + grade.task() + as),
                    reproduction.command());
        });
    }

    private void item(String label, String value) {
        add("- " + label + ": " + text(value) + "\n");
    }

    /** As code, where nothing means anything; the fence is longer than any that the text could end it with. */
    private void fence(String label, Untrusted value) {
        String shown = Sink.TERMINAL.encode(value, MOST_CHARACTERS);
        String fence = "```";
        while (shown.contains(fence)) {
            fence += "`";
        }
        add(label + ":\n\n" + fence + "text\n" + shown + (shown.endsWith("\n") ? "" : "\n") + fence + "\n\n");
    }

    private void add(String block) {
        blocks.add(block);
    }

    /** A block is there as a whole or not at all. */
    private String cut() {
        int room = MOST_BYTES - bytes(CUT);
        StringBuilder whole = new StringBuilder();
        for (String block : blocks) {
            room -= bytes(block);
            if (room < 0) {
                return whole.append(CUT).toString();
            }
            whole.append(block);
        }
        return whole.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static String text(String text) {
        return Sink.MARKDOWN.encode(Untrusted.of(Lines.one(text)), MOST_OF_A_LINE);
    }
}
