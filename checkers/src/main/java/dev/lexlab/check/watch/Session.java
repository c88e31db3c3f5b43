package dev.lexlab.check.watch;

import dev.lexlab.check.pipeline.Regraded;
import dev.lexlab.check.run.Memory;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.check.submission.TakenIn;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.text.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One watch, from its first grading to its end, on one thread. A save is a burst of events: it is looked at when it has been
 * quiet for a moment. What decides is the content: equal files are not graded again, and a verdict is shown only while the
 * files are still those that it is about.
 */
final class Session {
    static final long QUIET_MILLIS = 100;
    /** Nothing is due; then there is time to see whether the folders are still watched. */
    static final long IDLE_MILLIS = 1_000;

    private final List<Watched> tasks;
    private final Inbox inbox;
    private final Gradings gradings;
    private final Screen screen;
    private final CourseStanding standing;
    private final LongSupplier seeds;
    private final Runnable whenIdle;
    private final BooleanSupplier isEnding;
    private final Map<String, Memory> memories = new HashMap<>();
    private Watched task;
    private long seed;
    private long due = Long.MAX_VALUE;
    private @Nullable Request running;
    /** Hash of the files whose verdict is on the screen; empty where none is. */
    private String shown = "";

    /** The task that the last whole verdict on the screen is about. */
    private @Nullable Watched told;

    private boolean isMissingTold;

    /**
     * Begins nothing yet.
     *
     * @param tasks that are watched
     * @param first of them
     * @param seeds draws what random data is drawn from
     * @param whenIdle now and then
     * @param isEnding whether the process ends: what comes of a grading then is no news
     */
    Session(
            List<Watched> tasks,
            Watched first,
            Inbox inbox,
            Gradings gradings,
            Screen screen,
            CourseStanding standing,
            LongSupplier seeds,
            Runnable whenIdle,
            BooleanSupplier isEnding) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.gradings = gradings;
        this.screen = screen;
        this.standing = standing;
        this.seeds = seeds;
        this.whenIdle = whenIdle;
        this.isEnding = isEnding;
        this.task = first;
        this.seed = seeds.getAsLong();
    }

    /** Until somebody wants no more. */
    ExitCode run() throws IOException, InterruptedException {
        screen.watching(task);
        look();
        while (true) {
            boolean isDue = due != Long.MAX_VALUE;
            Event event = inbox.next(isDue ? Math.max(0, due - inbox.now()) : IDLE_MILLIS);
            if (event == null) {
                if (isDue) {
                    due = Long.MAX_VALUE;
                    look();
                } else {
                    whenIdle.run();
                }
            } else if (event instanceof Event.Touched touched) {
                touched(touched.path());
            } else if (event instanceof Event.Finished finished) {
                finished(finished);
            } else if (event instanceof Event.Ended || isQuit(event)) {
                return ExitCode.YES;
            } else if (event instanceof Event.Typed typed) {
                typed(typed.line());
            }
        }
    }

    private static boolean isQuit(Event event) {
        return event instanceof Event.Typed typed && key(typed.line()).equals("q");
    }

    private static String key(String line) {
        return line.strip().toLowerCase(Locale.ROOT);
    }

    private void touched(Optional<Path> path) {
        if (path.isEmpty()) {
            due = inbox.now() + QUIET_MILLIS;
            return;
        }
        Path file = path.get().toAbsolutePath().normalize();
        for (Watched candidate : tasks) {
            boolean isHere =
                    file.startsWith(candidate.folder()) || candidate.folder().startsWith(file);
            if (isHere && (!file.startsWith(candidate.folder()) || !SpareFiles.has(candidate, file))) {
                due = inbox.now() + QUIET_MILLIS;
                if (file.startsWith(candidate.folder())) {
                    turnTo(candidate);
                }
                return;
            }
        }
    }

    /** Whoever saves a file of another task works on that one now. */
    private void turnTo(Watched other) {
        if (!other.equals(task)) {
            task = other;
            shown = "";
            cutOff();
        }
    }

    /** Grades what is there now, unless it is what is known or being found out. */
    private void look() {
        if (!Files.isDirectory(task.folder())) {
            shown = "";
            cutOff();
            if (!isMissingTold) {
                isMissingTold = true;
                screen.missing(task);
            }
            return;
        }
        isMissingTold = false;
        TakenIn now = Intake.take(task.folder(), task.task());
        Request going = running;
        if (going != null) {
            boolean isSame = going.task().equals(task)
                    && going.seed() == seed
                    && going.submission().hash().equals(now.hash());
            if (!isSame) {
                cutOff(); // its end begins the next
            }
        } else if (!shown.equals(now.hash())) {
            start(now);
        }
    }

    private void cutOff() {
        if (running != null) {
            gradings.cutOff();
        }
    }

    private void start(TakenIn now) {
        Request request = new Request(task, now, seed, memories.getOrDefault(task.name(), Memory.NONE));
        running = request;
        gradings.start(request);
    }

    private void finished(Event.Finished finished) throws IOException {
        running = null;
        if (isEnding.getAsBoolean()) {
            return;
        }
        Request request = finished.request();
        boolean isCurrent = request.task().equals(task)
                && request.seed() == seed
                && Files.isDirectory(task.folder())
                && Intake.take(task.folder(), task.task())
                        .hash()
                        .equals(request.submission().hash());
        Optional<Regraded> regraded = finished.regraded();
        if (isCurrent && regraded.isPresent()) {
            show(request, regraded.get());
        } else if (isCurrent && !finished.trouble().isEmpty()) {
            shown = "";
            told = null;
            screen.trouble(finished.trouble());
        } else if (due == Long.MAX_VALUE) { // otherwise somebody is still writing
            look();
        }
    }

    private void show(Request request, Regraded regraded) throws IOException {
        boolean isOurFault = regraded.graded().grade().exitCode() == ExitCode.COULD_NOT;
        boolean isKnown = regraded.ran() == 0 && task.equals(told);
        memories.put(task.name(), regraded.memory());
        shown = isOurFault ? "" : request.submission().hash();
        keep(regraded.graded());
        if (isKnown) {
            screen.unchanged(task.task().checks().size());
            return;
        }
        boolean isPassed = regraded.graded().grade().exitCode() == ExitCode.YES;
        Optional<Watched> next = isPassed ? standing.after(task, tasks) : Optional.empty();
        screen.verdict(task, regraded, standing.of(task.lab()), next);
        told = task;
        next.ifPresent(this::waitFor);
    }

    /** A verdict is worth telling also where it cannot be kept. */
    private void keep(Result graded) {
        try {
            standing.keep(task, graded);
        } catch (IOException e) {
            screen.say("the result could not be kept: " + Sink.TERMINAL.encode(String.valueOf(e.getMessage())));
        }
    }

    /** It is watched, and graded when it is saved: until then the good news stays on the screen. */
    private void waitFor(Watched next) {
        task = next;
        shown = Files.isDirectory(next.folder())
                ? Intake.take(next.folder(), next.task()).hash()
                : "";
        isMissingTold = false;
        if (shown.isEmpty()) {
            screen.say("there is no folder " + next.shown() + " yet; ./lexlab start "
                    + next.lab().id() + " puts the starter there");
            isMissingTold = true;
        }
    }

    private void typed(String line) throws IOException {
        switch (key(line)) {
            case "" -> {
                // somebody makes room on the screen
            }
            case "h" -> hint();
            case "a" -> again();
            case "n" -> {
                seed = seeds.getAsLong();
                again();
            }
            case "s" -> skip();
            default -> {
                screen.say("'" + Sink.TERMINAL.encode(line.strip()) + "' is no key of ours");
                screen.keys();
            }
        }
    }

    private void hint() {
        try {
            screen.hint(task, standing.ladder(task).climb());
        } catch (IOException e) {
            screen.say("no hint, because it could not be counted: "
                    + Sink.TERMINAL.encode(String.valueOf(e.getMessage())));
        }
    }

    private void again() {
        memories.remove(task.name());
        shown = "";
        told = null;
        cutOff();
        if (running == null) {
            look();
        }
    }

    private void skip() throws IOException {
        Optional<Watched> next = standing.after(task, tasks);
        if (next.isEmpty()) {
            screen.say("there is no other task here that you could do now");
            return;
        }
        turnTo(next.get());
        screen.task(task);
        waitFor(task);
    }
}
