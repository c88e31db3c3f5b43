package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Exhibit.Message;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A result as build tools read it: a suite for the task, a case for each check, evidence as its output. Long values are
 * shortened and say so. Each line of a value stands behind a label or a bar, because services print them into logs.
 */
public final class JUnitXml {
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_MESSAGES = 50;
    private static final String NEXT_LINE = "\n    | ";

    private JUnitXml() {}

    /** Writes {@code TEST-<lab>.<task>.xml}. */
    public static void write(Path folder, Result result) throws IOException {
        String name = result.grade().lab() + "." + result.grade().task();
        Results.write(
                folder.resolve("TEST-" + name + ".xml"), document(name, result).getBytes(UTF_8));
    }

    static String document(String name, Result result) {
        Grade grade = result.grade();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"").append(xml(name));
        xml.append("\" tests=\"").append(grade.checks().size());
        xml.append("\" failures=\"").append(count(grade, "failure"));
        xml.append("\" errors=\"").append(count(grade, "error"));
        xml.append("\" skipped=\"").append(count(grade, "skipped")).append("\" time=\"0\">\n");
        grade.checks().forEach(check -> append(xml, name, check, result));
        return xml.append("</testsuite>\n").toString();
    }

    private static void append(StringBuilder xml, String suite, CheckResult check, Result result) {
        xml.append("  <testcase classname=\"").append(xml(suite));
        xml.append("\" name=\"").append(xml(check.id())).append("\" time=\"0\"");
        Optional<String> element = element(check.verdict());
        List<Exhibit> evidence = result.run().evidence(check.id());
        if (element.isEmpty() && evidence.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        element.ifPresent(name -> appendFeedback(xml, name, check, result.grade()));
        if (!evidence.isEmpty()) {
            xml.append("    <system-out>");
            evidence.forEach(exhibit -> xml.append(xml(text(exhibit))));
            xml.append("</system-out>\n");
        }
        xml.append("  </testcase>\n");
    }

    private static void appendFeedback(StringBuilder xml, String element, CheckResult check, Grade grade) {
        Feedback feedback = check.feedback().orElse(Feedback.of(check.verdict().name()));
        xml.append("    <").append(element);
        xml.append(" message=\"").append(xml(Lines.one(feedback.summary())));
        if (!element.equals("skipped")) {
            xml.append("\" type=\"").append(check.verdict());
        }
        xml.append("\">").append(xml(check.sentence())).append(xml(details(feedback, grade)));
        xml.append("</").append(element).append(">\n");
    }

    private static Optional<String> element(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Optional.empty();
            case FAILED, INVALID, TIMEOUT -> Optional.of("failure");
            case BLOCKED -> Optional.of("skipped");
            case ERROR -> Optional.of("error");
        };
    }

    private static String details(Feedback feedback, Grade grade) {
        StringBuilder text = new StringBuilder();
        feedback.place().ifPresent(place -> text.append("\nwhere: ").append(place));
        feedback.expected().ifPresent(what -> text.append("\nexpected: ").append(value(what)));
        feedback.seen().ifPresent(what -> text.append("\nseen: ").append(value(what)));
        feedback.diagnosis().ifPresent(diagnosis -> text.append("\nlikely: ").append(barred(diagnosis.says())));
        feedback.next()
                .filter(next -> !next.isEmpty())
                .ifPresent(next -> text.append("\nnext: ").append(barred(next)));
        feedback.term().ifPresent(term -> text.append("\nread: ./lexlab term ").append(term));
        feedback.reproduce().ifPresent(reproduction -> text.append(reproduction(reproduction, grade)));
        return text.toString();
    }

    private static String reproduction(Reproduction reproduction, Grade grade) {
        String as = reproduction.machine().isEmpty() ? "" : " --as " + reproduction.machine();
        return "\nreproduce: " + value(reproduction.command()) + "\n  in: ./lexlab shell " + grade.lab() + "/"
                + grade.task() + as;
    }

    private static String text(Exhibit exhibit) {
        StringBuilder text = new StringBuilder(barred(exhibit.title())).append(':');
        if (exhibit instanceof Exhibit.Text words) {
            text.append(NEXT_LINE).append(value(words.text()));
        }
        if (exhibit instanceof Exhibit.Trace trace) {
            trace.messages().stream().limit(MOST_MESSAGES).forEach(message -> text.append(line(message)));
            int left = trace.count() - Math.min(MOST_MESSAGES, trace.messages().size());
            text.append(left > 0 ? NEXT_LINE + "… and " + left + " more; ./lexlab check --json FILE writes them" : "");
        }
        return text.append('\n').toString();
    }

    private static String line(Message message) {
        return NEXT_LINE + value(message.from()) + (message.isReply() ? " answers " : " to ") + value(message.to())
                + ": " + value(message.what());
    }

    private static String value(Untrusted text) {
        boolean isShortened = text.isCut() || text.value().length() > MOST_CHARACTERS;
        String shown = Lines.beginning(text.value(), MOST_CHARACTERS);
        String all = " … (" + text.length() + " characters in all; ./lexlab check --json FILE writes them)";
        return barred(shown) + (isShortened ? all : "");
    }

    private static String barred(String text) {
        return text.stripTrailing().replace("\n", NEXT_LINE);
    }

    private static long count(Grade grade, String element) {
        return grade.checks().stream()
                .filter(check -> element(check.verdict()).equals(Optional.of(element)))
                .count();
    }

    private static String xml(String text) {
        return Sink.JUNIT.encode(text);
    }
}
