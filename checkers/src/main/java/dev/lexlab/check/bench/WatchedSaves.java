package dev.lexlab.check.bench;

import dev.lexlab.check.bench.Measurement.Round;
import dev.lexlab.check.bench.Measurement.Rounds;
import dev.lexlab.check.bench.SpokenLines.Line;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.check.watch.Watch;
import dev.lexlab.check.watch.Watched;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A watch as somebody has it at a terminal, and somebody who saves. */
final class WatchedSaves implements Rounds {
    private static final long PATIENCE_SECONDS = 120;
    /** Nobody saves in the moment of a verdict; the watch takes its environment down meanwhile. */
    private static final long BETWEEN_SAVES_MILLIS = 400;
    /** The line below a verdict, which ends it, and what it says where some verdicts were kept. */
    private static final String VERDICT_IS_THERE = "graded in ";

    private static final String ONLY_SOME = "checks run again";
    private static final String PASSED = "passed: ";
    private static final String COULD_NOT = "could not grade: ";

    private final TemporaryCourse course;
    private final LabDefinition lab;
    private final TaskDefinition task;
    private final Gradings unwatched;
    private final SpokenLines screen = new SpokenLines();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final Thread watching;
    private final Path work;
    private final Path file;
    private final String solution;
    private int saves;

    private WatchedSaves(TemporaryCourse course, Surroundings here) throws ProblemsFound, IOException {
        this.course = course;
        this.lab = course.read(Surroundings.LAB);
        this.task = lab.task(Surroundings.TASK).orElseThrow();
        this.work = course.work(Surroundings.TASK);
        this.file = work.resolve(Surroundings.FILE);
        this.solution = Files.readString(file);
        this.unwatched = new Gradings(course.course(), here);
        this.watching = new Thread(this.watch(here, new PipedInputStream(keyboard)), "watch that is measured");
        watching.setDaemon(true);
    }

    /** Returns when the first verdict is there, and servers are warm. */
    static Rounds begin(TemporaryCourse course, Surroundings here)
            throws CannotMeasure, ProblemsFound, IOException, InterruptedException {
        WatchedSaves begun = new WatchedSaves(course, here);
        try {
            begun.watching.start();
            begun.verdict();
            return begun;
        } catch (CannotMeasure | InterruptedException | RuntimeException e) {
            begun.close();
            throw e;
        }
    }

    private Runnable watch(Surroundings here, PipedInputStream keys) {
        Console console = new Console(
                new PrintStream(screen, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                false,
                false);
        Watched watched = new Watched(lab, task, work, course.course().name(work), true);
        Watch watch = new Watch(
                course.course(),
                () -> here.servers(course.course()),
                (number, of) -> {},
                (of, which) -> 0,
                () -> 1,
                console,
                new Notes(course.course(), line -> {}),
                () -> false);
        return () -> {
            try {
                watch.run(List.of(watched), watched, Optional.of(keys));
            } catch (IOException | RuntimeException e) {
                console.say(COULD_NOT + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public Round next() throws CannotMeasure, ProblemsFound, IOException, InterruptedException {
        double reference = unwatched.untilGrade(lab, task);
        Thread.sleep(BETWEEN_SAVES_MILLIS);
        screen.skip();
        saves++;
        // Another text each time, with the same meaning: so that nothing that is known already holds.
        String text = saves % 2 == 0 ? solution : solution + "\n-- saved " + saves + "\n";
        Clock clock = new Clock();
        Files.writeString(file, text);
        return new Round(clock.millisecondsAt(verdict()), reference);
    }

    /** The moment in which all of a verdict is on the screen. */
    private long verdict() throws CannotMeasure, InterruptedException {
        boolean hasPassed = false;
        for (Line line = screen.next(PATIENCE_SECONDS); line != null; line = screen.next(PATIENCE_SECONDS)) {
            hasPassed |= line.text().startsWith(PASSED);
            if (line.text().startsWith(COULD_NOT)) {
                throw new CannotMeasure(line.text().substring(COULD_NOT.length()), "");
            }
            if (line.text().startsWith(VERDICT_IS_THERE)) {
                if (!hasPassed || line.text().contains(ONLY_SOME)) {
                    throw new CannotMeasure("the watch did not grade all of a right solution anew", "");
                }
                return line.moment();
            }
        }
        throw new CannotMeasure("the watch showed no verdict within " + PATIENCE_SECONDS + " s", "");
    }

    @Override
    public String environment() {
        return unwatched.environment();
    }

    @Override
    public void close() throws IOException {
        keyboard.close(); // whoever can type no more ends the watch
        try {
            watching.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unwatched.close();
        course.close();
    }
}
