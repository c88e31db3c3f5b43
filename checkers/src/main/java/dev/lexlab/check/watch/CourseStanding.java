package dev.lexlab.check.watch;

import dev.lexlab.check.learner.Ladder;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.check.learner.Standing;
import dev.lexlab.check.learner.Standings;
import dev.lexlab.check.report.Results;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.result.Result;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the course knows of the learner: results, hints, and what comes next. */
final class CourseStanding {
    private final Results results;
    private final Notes notes;

    CourseStanding(Results results, Notes notes) {
        this.results = results;
        this.notes = notes;
    }

    void keep(Watched task, Result graded) throws IOException {
        if (task.isOwn() && graded.grade().exitCode() != ExitCode.COULD_NOT) {
            results.keep(graded);
        }
    }

    Standings of(LabDefinition lab) throws IOException {
        return Standings.of(List.of(lab), results, notes);
    }

    /** The task to go on with; only the learner's own copies have an order. */
    Optional<Watched> after(Watched task, List<Watched> lab) throws IOException {
        if (!task.isOwn()) {
            return Optional.empty();
        }
        Optional<Standing> next =
                of(task.lab()).after(task.lab().id(), task.task().id());
        return next.flatMap(standing -> lab.stream()
                .filter(other -> other.task().id().equals(standing.task().id()))
                .findFirst());
    }

    Ladder ladder(Watched task) {
        return new Ladder(notes, task.lab(), task.task());
    }
}
