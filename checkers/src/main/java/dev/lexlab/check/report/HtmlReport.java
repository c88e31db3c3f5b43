package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Exhibit.Message;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Run;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Results as one HTML file that needs nothing else: no script, no request, and a content security policy that allows neither.
 * Nothing is shortened but what the result itself has cut. Same results, same bytes.
 */
public final class HtmlReport {
    private static final String STYLE = style();
    /** Longer texts are folded. */
    private static final int LINES_AT_ONCE = 12;

    private static final int CHARACTERS_AT_ONCE = 1_000;
    private static final int LISTED_AT_ONCE = 12;
    private static final int SHOWN_AT_ONCE = 20;
    private static final int BEGINNING = 60;

    private final Html html = new Html();
    private int traces;

    private HtmlReport() {}

    /** The file's content. */
    public static String document(List<Result> results) {
        HtmlReport report = new HtmlReport();
        report.page(results);
        return report.html.toString();
    }

    private void page(List<Result> results) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
        html.raw(hash(STYLE)).raw("'; base-uri 'none'; form-action 'none'\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").text(title(results));
        html.raw("</title>\n<style>").raw(STYLE).raw("</style>\n</head>\n<body>\n");
        html.raw("<header class=\"page\"><p>Lexlab <span>what the checks saw</span></p></header>\n<main>\n");
        for (int i = 0; i < results.size(); i++) {
            task(results.get(i), "t" + (i + 1));
        }
        html.raw("</main>\n</body>\n</html>\n");
    }

    private static String title(List<Result> results) {
        if (results.size() != 1) {
            return "Lexlab: " + results.size() + " tasks";
        }
        Grade grade = results.get(0).grade();
        return Verdicts.word(grade) + ": " + grade.lab() + "/" + grade.task();
    }

    private void task(Result result, String id) {
        Grade grade = result.grade();
        html.raw("<article class=\"task\">\n<header class=\"head ")
                .raw(tone(grade))
                .raw("\">\n<h1><span>");
        html.text(grade.lab()).raw("</span> ").text(grade.task()).raw("</h1>\n<p class=\"sum\">");
        html.raw("<b><span class=\"sign\" aria-hidden=\"true\">")
                .text(Verdicts.sign(grade))
                .raw("</span> ");
        html.text(Verdicts.word(grade)).raw("</b> ").text(Verdicts.count(grade)).raw("</p>\n");
        Optional<CheckResult> first = Verdicts.firstToFix(grade);
        first.ifPresent(check -> pointer(check, id + "-" + check.id()));
        html.raw("</header>\n");
        overview(grade, id);
        for (CheckResult check : grade.checks()) {
            boolean isFirst = first.isPresent() && first.get().id().equals(check.id());
            check(check, result, id + "-" + check.id(), isFirst);
        }
        facts(result);
        html.raw("</article>\n");
    }

    private void pointer(CheckResult check, String id) {
        html.raw("<p class=\"pointer\">First to look at: <a href=\"#").text(id).raw("\">");
        html.text(check.feedback().map(Feedback::summary).orElse(check.sentence()))
                .raw("</a></p>\n");
    }

    private void overview(Grade grade, String id) {
        html.raw("<table class=\"overview\">\n<caption>Checks</caption>\n<thead><tr><th scope=\"col\">verdict</th>");
        html.raw("<th scope=\"col\">what must be so</th><th scope=\"col\">points</th></tr></thead>\n<tbody>\n");
        for (CheckResult check : grade.checks()) {
            html.raw("<tr><td>");
            verdict(check.verdict());
            html.raw("</td><td><a href=\"#")
                    .text(id + "-" + check.id())
                    .raw("\">")
                    .text(check.sentence());
            html.raw("</a></td><td class=\"points\">")
                    .text(Verdicts.points(check, "/"))
                    .raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
    }

    private void verdict(Verdict verdict) {
        html.raw("<span class=\"verdict ").raw(tone(verdict)).raw("\"><span class=\"sign\" aria-hidden=\"true\">");
        html.text(Verdicts.sign(verdict))
                .raw("</span> ")
                .text(Verdicts.word(verdict))
                .raw("</span>");
    }

    private void check(CheckResult check, Result result, String id, boolean isFirst) {
        html.raw("<section class=\"check ")
                .raw(tone(check.verdict()))
                .raw("\" id=\"")
                .text(id)
                .raw("\">\n");
        html.raw(isFirst ? "<p class=\"first\">First to look at</p>\n" : "");
        html.raw("<h2>").text(check.sentence()).raw("</h2>\n<p class=\"line\">");
        verdict(check.verdict());
        html.raw(" <span class=\"points\">").text(Verdicts.points(check, " of "));
        html.raw(check.maximum() == 1 ? " point</span>" : " points</span>");
        html.raw(" <code class=\"id\">").text(check.id()).raw("</code></p>\n");
        check.feedback().ifPresent(feedback -> feedback(check, feedback, result.grade()));
        List<Exhibit> evidence = result.run().evidence(check.id());
        if (!evidence.isEmpty()) {
            html.raw("<div class=\"evidence\">\n<h3>Evidence</h3>\n");
            evidence.forEach(exhibit -> exhibit(exhibit, isFirst && (evidence.size() == 1 || !isLong(exhibit))));
            html.raw("</div>\n");
        }
        html.raw("</section>\n");
    }

    private void feedback(CheckResult check, Feedback feedback, Grade grade) {
        boolean waited = check.verdict() == Verdict.TIMEOUT;
        html.raw("<p class=\"summary\">").text(feedback.summary()).raw("</p>\n<dl>\n");
        feedback.place().ifPresent(place -> code("where", place.toString()));
        feedback.expected().ifPresent(text -> block(waited ? "waited for" : "expected", text));
        feedback.seen().ifPresent(text -> block(waited ? "last seen" : "seen", text));
        feedback.diagnosis().ifPresent(diagnosis -> words("likely", diagnosis.says()));
        feedback.next().filter(next -> !next.isEmpty()).ifPresent(next -> words("next", next));
        feedback.term().ifPresent(term -> code("read", "./lexlab term " + term));
        feedback.reproduce().ifPresent(reproduction -> reproduction(reproduction, grade));
        html.raw("</dl>\n");
    }

    private void words(String label, String text) {
        html.raw("<div><dt>").text(label).raw("</dt><dd>").text(text).raw("</dd></div>\n");
    }

    private void code(String label, String text) {
        html.raw("<div><dt>").text(label).raw("</dt><dd><code>").text(text).raw("</code></dd></div>\n");
    }

    private void block(String label, Untrusted text) {
        html.raw("<div><dt>").text(label).raw("</dt><dd>");
        block(text);
        html.raw("</dd></div>\n");
    }

    private void reproduction(Reproduction reproduction, Grade grade) {
        html.raw("<div><dt>reproduce</dt><dd>");
        block(reproduction.command());
        html.raw("<p class=\"fine\">in <code>./lexlab shell ").text(grade.lab() + "/" + grade.task());
        html.text(reproduction.machine().isEmpty() ? "" : " --as " + reproduction.machine());
        html.raw("</code></p></dd></div>\n");
    }

    /** All of it; what is long waits behind its first line. */
    private void block(Untrusted text) {
        long lines = text.value().lines().count();
        boolean isLong = lines > LINES_AT_ONCE || text.value().length() > CHARACTERS_AT_ONCE;
        if (isLong) {
            html.raw("<details><summary>")
                    .text(size(lines, text))
                    .raw(" <code>")
                    .text(beginning(text));
            html.raw("</code></summary>\n");
        }
        html.raw("<pre>").raw(startsWithLineEnd(text) ? "\n" : "").text(text).raw("</pre>");
        if (text.isCut()) {
            html.raw("<p class=\"fine\">cut here: the first ")
                    .text(String.format(ROOT, "%,d", text.value().length()));
            html.raw(" of ").text(String.format(ROOT, "%,d", text.length())).raw(" characters were kept</p>");
        }
        html.raw(isLong ? "</details>" : "");
    }

    /** A line's end right behind {@code <pre>} would be swallowed. */
    private static boolean startsWithLineEnd(Untrusted text) {
        return text.value().startsWith("\n");
    }

    private static String size(long lines, Untrusted text) {
        return lines > 1
                ? String.format(ROOT, "%,d lines, beginning with", lines)
                : String.format(ROOT, "%,d characters, beginning with", text.length());
    }

    private static String beginning(Untrusted text) {
        return Lines.beginning(text.value().strip().lines().findFirst().orElse(""), BEGINNING);
    }

    private static boolean isLong(Exhibit exhibit) {
        return exhibit instanceof Exhibit.Trace trace && trace.messages().size() > SHOWN_AT_ONCE;
    }

    private void exhibit(Exhibit exhibit, boolean isOpen) {
        html.raw("<details class=\"exhibit\"")
                .raw(isOpen ? " open" : "")
                .raw("><summary>")
                .text(exhibit.title());
        html.raw("</summary>\n");
        if (exhibit instanceof Exhibit.Text text) {
            block(text.text());
        }
        if (exhibit instanceof Exhibit.Trace trace) {
            trace(trace);
        }
        html.raw("</details>\n");
    }

    private void trace(Exhibit.Trace trace) {
        traces++;
        int kept = trace.messages().size();
        html.raw("<figure>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(trace.title());
        html.raw(", diagram\">");
        new SequenceDiagram(trace, "trace-" + traces).draw(html);
        html.raw("</div>\n<figcaption>");
        if (kept > SequenceDiagram.MOST_DRAWN) {
            html.text("The first " + SequenceDiagram.MOST_DRAWN + " messages are drawn. ");
        }
        if (trace.isCut()) {
            html.text("The first " + kept + " of " + trace.count() + " messages were kept. ");
        }
        html.raw("</figcaption>\n<details").raw(kept > LISTED_AT_ONCE ? "" : " open");
        html.raw("><summary>in words</summary>\n<ol class=\"messages\">\n");
        trace.messages().forEach(this::message);
        html.raw("</ol></details>\n</figure>\n");
    }

    private void message(Message message) {
        html.raw("<li><b>")
                .text(message.from())
                .raw("</b> ")
                .raw(message.isReply() ? "answers" : "to")
                .raw(" <b>");
        html.text(message.to()).raw("</b>: <code>").text(message.what()).raw("</code>");
        if (message.what().isCut()) {
            html.text(String.format(
                    ROOT, " … cut here, %,d characters in all", message.what().length()));
        }
        html.raw("</li>\n");
    }

    private void facts(Result result) {
        Grade grade = result.grade();
        Run run = result.run();
        html.raw("<footer class=\"facts\">\n<h2>This grading</h2>\n<dl>\n");
        code("again", "./lexlab check " + grade.lab() + "/" + grade.task() + " --seed " + grade.seed());
        words("when", run.started() + String.format(ROOT, ", %.1f s", run.milliseconds() / 1000.0));
        words("where", run.machine());
        words("servers", grade.environment() + (run.engine().isEmpty() ? "" : ", " + run.engine()));
        words("hints used", String.valueOf(run.hintsUsed()));
        code("submission", grade.submission());
        code("grader", grade.fingerprint());
        html.raw("</dl>\n</footer>\n");
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "good";
            case FAILED, INVALID, TIMEOUT -> "bad";
            case BLOCKED -> "quiet";
            case ERROR -> "unsure";
        };
    }

    private static String tone(Grade grade) {
        return switch (grade.exitCode()) {
            case YES -> "good";
            case COULD_NOT -> "unsure";
            default -> "bad";
        };
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("the jar has no report.css");
            }
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a content security policy names the one style that is allowed. */
    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
