package dev.lexlab.check.prove;

import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guide names every file that is edited and, in a table headed {@code check}, every check: no more, no fewer. */
final class GuideRules {
    /** Of a table in either markup: {@code | check | looks at |}, {@code |Check |Looks at}. */
    private static final Pattern HEAD = Pattern.compile("\\|\\s*check\\s*\\|.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ROW = Pattern.compile("\\|\\s*`([^`]+)`.*");
    private static final Pattern RULER = Pattern.compile("\\|[\\s:|-]*");

    private final Course course;
    private final Problems problems;

    GuideRules(Course course, Problems problems) {
        this.course = course;
        this.problems = problems;
    }

    void judge(TaskDefinition task) {
        String file = course.name(task.guide());
        try {
            List<String> lines = Files.readAllLines(task.guide());
            refuseUnknownChecks(file, lines, task);
            String text = String.join("\n", lines);
            for (CheckDefinition check : task.checks()) {
                if (!text.contains("`" + check.id() + "`")) {
                    problems.add(
                            Place.of(file),
                            "the guide does not say what check '" + check.id() + "' looks at",
                            "add a row '| `" + check.id() + "` | …' to its table of checks");
                }
            }
            for (TaskDefinition.WorkFile work : task.files()) {
                if (!text.contains(work.path())) {
                    problems.add(
                            Place.of(file),
                            "the guide does not mention '" + work.path() + "', which the learner edits",
                            "say what belongs into it");
                }
            }
        } catch (IOException e) {
            problems.add(Place.of(file), "cannot be read", "save it as UTF-8");
        }
    }

    private void refuseUnknownChecks(String file, List<String> lines, TaskDefinition task) {
        List<String> ids = task.checks().stream().map(CheckDefinition::id).toList();
        boolean isInTable = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher row = ROW.matcher(line);
            if (HEAD.matcher(line).matches()) {
                isInTable = true;
            } else if (isInTable && row.matches()) {
                if (!ids.contains(row.group(1))) {
                    problems.add(
                            Place.of(file, i + 1),
                            "task '" + task.id() + "' has no check '" + row.group(1) + "'",
                            DidYouMean.hint(row.group(1), ids));
                }
            } else if (!line.isEmpty() && !RULER.matcher(line).matches()) {
                isInTable = false;
            }
        }
    }
}
