package dev.lexlab.check.prove;

import dev.lexlab.check.prove.Outcome.State;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of proving, in Markdown, for the summary that a CI service shows: a row for each task, then whatever is wrong. */
public final class ProofSummary {
    private static final int MOST_OF_A_LINE = 400;
    /** Services take no more than a certain size; with as many faults nobody reads on. */
    private static final int MOST_TOLD = 50;

    private ProofSummary() {}

    public static String document(List<Outcome> outcomes) {
        List<Outcome> wrong = outcomes.stream().filter(ProofSummary::isWrong).toList();
        StringBuilder text = new StringBuilder("## " + (wrong.isEmpty() ? "✔ Graders are proven" : "✘ Not as declared"))
                .append(
                        "\n\n| task | solutions | as declared | put off | not so |\n| --- | ---: | ---: | ---: | ---: |\n");
        Map<String, List<Outcome>> tasks = outcomes.stream()
                .collect(Collectors.groupingBy(one -> one.of().taskName(), LinkedHashMap::new, Collectors.toList()));
        tasks.forEach((task, its) -> {
            long putOff =
                    its.stream().filter(one -> one.state() == State.DEFERRED).count();
            long notSo = its.stream().filter(ProofSummary::isWrong).count();
            text.append("| ").append(safe(task)).append(" | ").append(its.size());
            text.append(" | ").append(its.size() - putOff - notSo);
            text.append(" | ").append(putOff).append(" | ").append(notSo).append(" |\n");
        });
        text.append('\n');
        wrong.stream().limit(MOST_TOLD).forEach(one -> {
            text.append("- ").append(safe(one.of().name())).append('\n');
            one.remarks()
                    .forEach(remark -> text.append("  - ").append(safe(remark)).append('\n'));
        });
        if (wrong.size() > MOST_TOLD) {
            text.append("\n… and ").append(wrong.size() - MOST_TOLD).append(" more.\n");
        }
        return text.toString();
    }

    private static boolean isWrong(Outcome outcome) {
        return outcome.state() == State.DIFFERS || outcome.state() == State.COULD_NOT;
    }

    /** A remark may quote what a program wrote. */
    private static String safe(String text) {
        return Sink.MARKDOWN.encode(Untrusted.of(text), MOST_OF_A_LINE);
    }
}
