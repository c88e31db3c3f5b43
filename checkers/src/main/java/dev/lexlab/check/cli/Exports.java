package dev.lexlab.check.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.report.HtmlReport;
import dev.lexlab.check.report.JUnitXml;
import dev.lexlab.check.report.MarkdownSummary;
import dev.lexlab.check.report.Results;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.ResultJson;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that somebody wants of a grading. */
final class Exports {
    @Option(names = "--json", paramLabel = "FILE", description = "write the whole result there; of one task")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "write a report to read and to pass on there")
    private @Nullable Path html;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "write a summary there; also added to $GITHUB_STEP_SUMMARY, where that is set")
    private @Nullable Path markdown;

    @Option(names = "--junit", paramLabel = "DIR", hidden = true)
    private @Nullable Path junit;

    /** A result file is about one task: the next one would overwrite it. */
    void refuseWhatCannotHold(List<Target> targets) throws UsageProblem {
        if (json != null && targets.size() > 1) {
            throw new UsageProblem("--json holds the result of one task, and there are "
                    + targets.stream().map(Target::name).collect(joining(", ")) + "; name one of them");
        }
    }

    /** Those of one task. */
    void writeOne(Context context, Result result) {
        if (json != null) {
            write(
                    "--json",
                    json,
                    () -> Results.write(context.here().resolve(json), ResultJson.write(result.grade(), result.run())));
        }
        if (junit != null) {
            write("--junit", junit, () -> JUnitXml.write(context.here().resolve(junit), result));
        }
    }

    /** Those of the whole command. */
    void writeAll(Context context, List<Result> results) {
        if (html != null) {
            write(
                    "--html",
                    html,
                    () -> Results.write(
                            context.here().resolve(html),
                            HtmlReport.document(results).getBytes(UTF_8)));
        }
        if (markdown != null) {
            write(
                    "--markdown",
                    markdown,
                    () -> Results.write(
                            context.here().resolve(markdown),
                            MarkdownSummary.document(results).getBytes(UTF_8)));
        }
        StepSummary.add(context, MarkdownSummary.document(results));
    }

    private static void write(String option, Path file, Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new CannotGrade(
                    "the result cannot be written to '" + file + "': " + why(e), "name another place with " + option);
        }
    }

    private static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException fault ? fault.getReason() : null;
        return reason == null ? "a part of this path is no folder, or the disk does not let us" : reason;
    }

    private interface Writing {
        void write() throws IOException;
    }
}
