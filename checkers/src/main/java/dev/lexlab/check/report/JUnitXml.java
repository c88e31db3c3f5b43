package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A grade as build tools read it: a suite for the task, a case for each check. */
public final class JUnitXml {

    private JUnitXml() {}

    /** Writes {@code TEST-<lab>.<task>.xml}. */
    public static void write(Path folder, Grade grade) throws IOException {
        String name = grade.lab() + "." + grade.task();
        Results.write(
                folder.resolve("TEST-" + name + ".xml"), document(name, grade).getBytes(UTF_8));
    }

    static String document(String name, Grade grade) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"")
                .append(xml(name))
                .append("\" tests=\"")
                .append(grade.checks().size());
        xml.append("\" failures=\"").append(count(grade, "failure"));
        xml.append("\" errors=\"").append(count(grade, "error"));
        xml.append("\" skipped=\"").append(count(grade, "skipped")).append("\" time=\"0\">\n");
        grade.checks().forEach(check -> append(xml, name, check));
        return xml.append("</testsuite>\n").toString();
    }

    private static void append(StringBuilder xml, String suite, CheckResult check) {
        xml.append("  <testcase classname=\"")
                .append(xml(suite))
                .append("\" name=\"")
                .append(xml(check.id()));
        xml.append("\" time=\"0\"");
        Optional<String> element = element(check.verdict());
        if (element.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        Feedback feedback = check.feedback().orElse(Feedback.of(check.verdict().name()));
        xml.append(">\n    <").append(element.get());
        xml.append(" message=\"").append(xml(feedback.summary()));
        if (!element.get().equals("skipped")) {
            xml.append("\" type=\"").append(check.verdict());
        }
        xml.append("\">").append(xml(check.sentence())).append(xml(details(feedback)));
        xml.append("</").append(element.get()).append(">\n  </testcase>\n");
    }

    private static Optional<String> element(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Optional.empty();
            case FAILED, INVALID, TIMEOUT -> Optional.of("failure");
            case BLOCKED -> Optional.of("skipped");
            case ERROR -> Optional.of("error");
        };
    }

    private static String details(Feedback feedback) {
        StringBuilder text = new StringBuilder();
        feedback.place().ifPresent(place -> text.append("\nwhere: ").append(place));
        feedback.expected().ifPresent(what -> text.append("\nexpected: ").append(what.value()));
        feedback.seen().ifPresent(what -> text.append("\nseen: ").append(what.value()));
        feedback.next().ifPresent(what -> text.append("\nnext: ").append(what));
        return text.toString();
    }

    private static long count(Grade grade, String element) {
        return grade.checks().stream()
                .filter(check -> element(check.verdict()).equals(Optional.of(element)))
                .count();
    }

    private static String xml(String text) {
        return Sink.XML.encode(text);
    }
}
