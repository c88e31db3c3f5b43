package dev.lexlab.check.watch;

import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.pipeline.HintsUsed;
import dev.lexlab.check.pipeline.Regraded;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Progress;
import dev.lexlab.check.run.Stop;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Gradings on servers that stay from one to the next. A server that died meanwhile is replaced before it is needed; where we
 * failed all the same, everything is made anew and the grading is done once more, before anybody hears of it.
 */
final class WarmGradings implements Gradings {
    private final Course course;
    private final Supplier<Servers> newServers;
    private final Progress progress;
    private final HintsUsed hints;
    private final BooleanSupplier isEnding;
    private final Inbox inbox;
    private final Grader grader = new Grader();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task, "grading"));
    /** Of the worker alone. */
    private final Queue<Runnable> untidied = new ArrayDeque<>();

    private volatile Stop stop = new Stop();
    private volatile Servers servers;

    /**
     * Connects to the engine at once, and starts no server yet.
     *
     * @param isEnding whether the process ends: then servers go away, and no new ones are to be made
     */
    WarmGradings(
            Course course,
            Supplier<Servers> newServers,
            Progress progress,
            HintsUsed hints,
            BooleanSupplier isEnding,
            Inbox inbox) {
        this.course = course;
        this.newServers = newServers;
        this.progress = progress;
        this.hints = hints;
        this.isEnding = isEnding;
        this.inbox = inbox;
        this.servers = newServers.get();
    }

    @Override
    public void start(Request request) {
        Stop mine = new Stop();
        stop = mine;
        worker.execute(() -> {
            inbox.put(finish(request, mine));
            tidy(); // whoever waits for the verdict has it already
        });
    }

    private void tidy() {
        for (Runnable rest = untidied.poll(); rest != null; rest = untidied.poll()) {
            try {
                rest.run();
            } catch (RuntimeException e) {
                progress.error(e); // what is left of it goes with the run
            }
        }
    }

    private Event.Finished finish(Request request, Stop mine) {
        try {
            return grade(request, mine);
        } catch (CannotGrade e) {
            return trouble(request, e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
        } catch (ProblemsFound e) {
            return trouble(request, "the lab itself is faulty: " + e.problems().get(0));
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            progress.error(e);
            return trouble(request, e + "; report it if it stays");
        }
    }

    private Event.Finished grade(Request request, Stop mine) throws IOException, ProblemsFound {
        servers.forgetDead();
        Optional<Regraded> first = Optional.empty();
        try {
            first = Optional.of(once(request, mine));
        } catch (CannotGrade e) {
            if (mine.isAsked()) {
                return new Event.Finished(request, Optional.empty(), "");
            }
        }
        boolean isOurFault = first.isEmpty() || first.get().graded().grade().exitCode() == ExitCode.COULD_NOT;
        if (isOurFault && !mine.isAsked() && !isEnding.getAsBoolean()) {
            tidy();
            renew();
            first = Optional.of(once(request, mine));
        }
        return new Event.Finished(request, mine.isAsked() ? Optional.empty() : first, "");
    }

    private Regraded once(Request request, Stop mine) throws IOException, ProblemsFound {
        Watched task = request.task();
        Assignment assignment = new Assignment(task.lab(), task.task(), request.submission(), request.seed());
        return new GradingPipeline(course, grader, servers, progress, hints)
                .grade(assignment, request.memory(), mine, untidied::add);
    }

    /** The old ones are taken down beside the new ones' start: an engine that is gone lets us wait. */
    private void renew() {
        Servers old = servers;
        servers = newServers.get();
        daemon(old::close, "end of servers").start();
    }

    private static Event.Finished trouble(Request request, String why) {
        return new Event.Finished(request, Optional.empty(), why);
    }

    @Override
    public void cutOff() {
        stop.ask();
    }

    @Override
    public void close() {
        cutOff();
        worker.shutdownNow();
        servers.close();
        grader.close();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
