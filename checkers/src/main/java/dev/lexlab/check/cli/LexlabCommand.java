package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Notes;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.files.Course;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command here has. */
abstract class LexlabCommand implements Callable<Answer> {
    final Context context;

    @Option(
            names = "--course",
            order = 100,
            paramLabel = "DIR",
            description = "the course, where it is not the one around here")
    @Nullable
    Path course;

    @Option(
            names = {"-h", "--help"},
            order = 101,
            usageHelp = true,
            description = "this text")
    boolean isHelpWanted;

    LexlabCommand(Context context) {
        this.context = context;
    }

    /** How it says that it could not. */
    String couldNot() {
        return "could not: ";
    }

    final Console console() {
        return context.console();
    }

    final Course course() throws UsageProblem {
        return Labs.course(context, course);
    }

    /** What is noted about the learner of a course. */
    final Notes notes(Course of) {
        return new Notes(of, console()::note);
    }

    final Labs labs() throws UsageProblem {
        return Labs.of(course());
    }
}
