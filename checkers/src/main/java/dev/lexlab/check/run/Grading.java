package dev.lexlab.check.run;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.Environment.State;
import dev.lexlab.check.environment.Wanted;
import dev.lexlab.check.submission.Reads;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Exhibit;
import dev.lexlab.lab.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of one grading, from its first check to its last; used by one thread. */
final class Grading {
    private final Assignment assignment;
    private final TaskGrader grader;
    private final Environment environment;
    private final Verdicts verdicts;
    private final CheckLimit limit;
    private final Progress progress;
    private final Map<String, CheckResult> kept;
    private final Stop stop;
    private final Map<String, CheckResult> results = new LinkedHashMap<>();
    private final Map<String, List<Exhibit>> evidence = new LinkedHashMap<>();
    private Notes notes = new Notes();
    private boolean isPrepared;
    private @Nullable Throwable preparationFault;
    private Map<Wanted, Object> provided = Map.of();

    Grading(
            Assignment assignment,
            TaskGrader grader,
            Environment environment,
            CheckLimit limit,
            Progress progress,
            Map<String, CheckResult> kept,
            Stop stop) {
        this.assignment = assignment;
        this.grader = grader;
        this.environment = environment;
        this.verdicts = new Verdicts(assignment.lab().id(), assignment.task(), environment);
        this.limit = limit;
        this.progress = progress;
        this.kept = kept;
        this.stop = stop;
    }

    Checked checked() {
        return new Checked(results, evidence);
    }

    /** The task's checks, in the order of {@code lab.yml}. */
    List<CheckDefinition> checks() {
        return assignment.task().checks();
    }

    /** The check that had to pass before this one, where it did not. */
    Optional<CheckResult> blocker(String id) {
        return check(id)
                .flatMap(CheckDefinition::needs)
                .map(results::get)
                .filter(needed -> needed.verdict() != Verdict.PASSED);
    }

    /** Why a check is not to run; empty where it is. */
    Optional<String> skips(String id) {
        if (stop.isAsked()) {
            return Optional.of("nobody waits for it any more");
        }
        Optional<String> blocked = blocker(id).map(needed -> "blocked by " + needed.id());
        return blocked.or(() -> Optional.ofNullable(kept.get(id)).map(known -> "known from an earlier grading"));
    }

    /** Brings everything a check needs into being; what this throws is the check's verdict. */
    void begin(String id, @Nullable Object graderInstance) throws Throwable {
        try {
            provideFor(id, graderInstance);
        } catch (OutOfMemoryError e) {
            throw new OutOfMemory(e);
        }
    }

    private void provideFor(String id, @Nullable Object graderInstance) throws Throwable {
        List<CheckDefinition> checks = assignment.task().checks();
        notes = new Notes();
        progress.check(checks.indexOf(check(id).orElseThrow()) + 1, checks.size());
        reads().by(Reads.PREPARATION);
        refuseBadSubmission();
        boolean goesOn = check(id).orElseThrow().continues().isPresent();
        Set<Wanted> wanted = grader.wanted(id);
        boolean isPreparedNow = prepareIfNeeded(graderInstance, goesOn);
        boolean asItIs = goesOn || (isPreparedNow && !environment.isCopied());
        provided = environment.provide(asItIs ? State.SAME : State.FRESH, wanted);
        reads().by(id);
    }

    /** Applies the submission without a check, for whoever wants to look at what comes of it. */
    void prepareAlone() throws Throwable {
        refuseBadSubmission();
        prepare(null);
    }

    /** Runs the check itself within its limit. */
    void run(CheckLimit.Body body) throws Throwable {
        try {
            limit.run(body, environment);
        } catch (OutOfMemoryError e) {
            throw new OutOfMemory(e);
        }
    }

    /** What the present check, or the preparation, was given. */
    Object inject(Wanted wanted, String purpose) {
        Class<?> type = wanted.type();
        if (type == Submission.class) {
            return assignment.submission().submission();
        }
        if (type == Draw.class) {
            return new Draw(assignment.seed(), purpose);
        }
        if (type == Evidence.class) {
            return notes;
        }
        Object thing = provided.get(wanted);
        if (thing == null) {
            throw new IllegalStateException("nobody injects " + type.getName());
        }
        return thing;
    }

    void passed(String id) {
        check(id).ifPresent(check -> {
            CheckResult result = verdicts.passed(check);
            results.put(id, result);
            evidence.put(id, notes.exhibits());
            progress.checked(result);
        });
    }

    void thrown(String id, Throwable thrown) {
        check(id).ifPresent(check -> {
            CheckResult result = verdicts.thrown(check, thrown);
            results.put(id, result);
            evidence.put(id, notes.exhibits());
            if (result.verdict() == Verdict.ERROR) {
                progress.error(thrown);
            }
            progress.checked(result);
        });
    }

    void skipped(String id) {
        CheckResult known = kept.get(id);
        Optional<CheckResult> blocker = blocker(id);
        if (blocker.isPresent()) {
            check(id).ifPresent(check -> results.put(id, verdicts.blocked(check, blocker.get())));
        } else if (known != null) {
            results.put(id, known);
        }
    }

    private Reads reads() {
        return assignment.submission().reads();
    }

    private Optional<CheckDefinition> check(String id) {
        return assignment.task().check(id);
    }

    private void refuseBadSubmission() {
        List<Problem> problems = assignment.submission().problems();
        if (!problems.isEmpty()) {
            Problem first = problems.get(0);
            throw Invalid.at(first.place(), first.what()).next(first.hint());
        }
    }

    /** Once where the outcome can be copied, otherwise for every check that begins anew. */
    private boolean prepareIfNeeded(@Nullable Object graderInstance, boolean goesOn) throws Throwable {
        boolean isNeeded = !isPrepared || (!environment.isCopied() && !goesOn);
        if (isNeeded && preparationFault == null) {
            isPrepared = true;
            try {
                prepare(graderInstance);
            } catch (Throwable fault) { // kept for every check that would start from it
                preparationFault = fault;
            }
        }
        if (preparationFault != null) {
            throw preparationFault;
        }
        return isNeeded && grader.prepares();
    }

    private void prepare(@Nullable Object graderInstance) throws Throwable {
        if (grader.prepares()) {
            provided = environment.provide(State.UNPREPARED, grader.wantedToPrepare());
            run(() -> grader.prepare(graderInstance, this));
        }
    }
}
