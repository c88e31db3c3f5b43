package dev.lexlab.check.watch;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.check.pipeline.HintsUsed;
import dev.lexlab.check.report.Results;
import dev.lexlab.check.run.Progress;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door: grades on save until somebody wants no more. */
public final class Watch {
    private final Course course;
    private final Supplier<Servers> servers;
    private final Progress progress;
    private final HintsUsed hints;
    private final LongSupplier seeds;
    private final Console console;
    private final Notes notes;
    private final BooleanSupplier isEnding;

    /**
     * Begins nothing yet.
     *
     * @param servers new ones, each time it is asked
     * @param seeds draws what random data is drawn from
     * @param isEnding whether somebody interrupted us: what fails then is no news
     */
    public Watch(
            Course course,
            Supplier<Servers> servers,
            Progress progress,
            HintsUsed hints,
            LongSupplier seeds,
            Console console,
            Notes notes,
            BooleanSupplier isEnding) {
        this.course = course;
        this.servers = servers;
        this.progress = progress;
        this.hints = hints;
        this.seeds = seeds;
        this.console = console;
        this.notes = notes;
        this.isEnding = isEnding;
    }

    /**
     * Grades the first task at once, and any of them when a file of it is saved.
     *
     * @param keys what somebody types; empty where nobody does
     */
    public ExitCode run(List<Watched> tasks, Watched first, Optional<InputStream> keys)
            throws IOException, InterruptedException {
        QueueInbox inbox = new QueueInbox();
        keys.ifPresent(in -> Keys.read(in, inbox));
        Screen screen = new Screen(console, keys.isPresent());
        CourseStanding standing = new CourseStanding(new Results(course), notes);
        try (Roots roots = new Roots(tasks, inbox);
                WarmGradings gradings = new WarmGradings(course, servers, progress, hints, isEnding, inbox)) {
            roots.watchAgain();
            return new Session(tasks, first, inbox, gradings, screen, standing, seeds, roots::watchAgain, isEnding)
                    .run();
        }
    }

    /** Folders may come and go: a learner starts the lab, resets it, or moves all of it. */
    private static final class Roots implements AutoCloseable {
        private final List<Watched> tasks;
        private final Inbox inbox;
        private Set<Path> watched = Set.of();
        private @Nullable Saves saves;

        Roots(List<Watched> tasks, Inbox inbox) {
            this.tasks = tasks;
            this.inbox = inbox;
        }

        void watchAgain() {
            Set<Path> wanted = new LinkedHashSet<>();
            for (Watched task : tasks) {
                Path parent = task.folder().getParent();
                boolean isOfTheLab = task.isOwn() && parent != null && Files.isDirectory(parent);
                Path folder = isOfTheLab ? parent : task.folder();
                if (folder != null && Files.isDirectory(folder)) {
                    wanted.add(folder);
                }
            }
            Saves present = saves;
            if (wanted.equals(watched) && (present == null || !present.isOver())) {
                return;
            }
            closeSaves();
            watched = Set.copyOf(wanted);
            if (!wanted.isEmpty()) {
                try {
                    saves = Saves.of(List.copyOf(wanted), inbox);
                } catch (IOException e) {
                    watched = Set.of(); // it went away in this moment; the next look finds out
                }
            }
            inbox.put(new Event.Touched(Optional.empty())); // what was saved in between
        }

        private void closeSaves() {
            Saves present = saves;
            saves = null;
            if (present != null) {
                try {
                    present.close();
                } catch (IOException e) {
                    // then it tells no more, which is what we want
                }
            }
        }

        @Override
        public void close() {
            closeSaves();
        }
    }
}
