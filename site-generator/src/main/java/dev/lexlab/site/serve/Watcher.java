package dev.lexlab.site.serve;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls back when an author has saved. An editor's save is a burst of events: the call comes when it has been quiet for a
 * moment, never twice at a time, and once more if something changed meanwhile. Whoever is called in the middle of a burst after all can
 * ask whether another call is to come.
 */
public final class Watcher implements AutoCloseable {
    private static final long QUIET_MILLIS = 5;

    private final List<Path> roots;
    private final Consumer<Watcher> changed;
    private final ScheduledExecutorService caller;
    private final DirectoryWatcher directories;
    private final Future<?> watching;
    private @Nullable ScheduledFuture<?> pending;

    private Watcher(List<Path> roots, Consumer<Watcher> changed) throws IOException {
        this.roots = roots;
        this.changed = changed;
        caller = Executors.newSingleThreadScheduledExecutor(Watcher::daemon);
        directories = DirectoryWatcher.builder()
                .paths(roots)
                .fileHashing(false) // a needless call costs a build that finds nothing to do
                .listener(event -> saw(event.path()))
                .build();
        // Folders are registered before this returns: what is saved from now on is seen.
        watching = directories.watchAsync(Executors.newSingleThreadExecutor(Watcher::daemon));
    }

    /**
     * Begins to watch.
     *
     * @param folders with all that is in them; those that do not exist are left out
     * @param changed is called on a thread of the watcher, with it
     */
    public static Watcher watch(List<Path> folders, Consumer<Watcher> changed) throws IOException {
        List<Path> roots = folders.stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        return new Watcher(roots, changed);
    }

    /**
     * Does something of its caller's while nobody is called: what is saved meanwhile leads to a call afterwards.
     *
     * @throws IOException as the task throws it
     */
    public void between(Task task) throws IOException {
        try {
            Future<?> done = caller.submit(() -> {
                task.run();
                return null;
            });
            Object unused = done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done between calls. */
    public interface Task {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        directories.close();
        watching.cancel(true);
        caller.shutdownNow();
    }

    /** Editors' spare copies, hidden files, what builds write and a learner's own work change nothing on the site. */
    static boolean matters(Path root, Path changed) {
        Path inside = root.relativize(changed);
        for (Path part : inside) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("#") || name.endsWith("~") || name.equals("target")) {
                return false;
            }
        }
        return inside.getNameCount() < 2 || !inside.getName(1).toString().equals("work");
    }

    private synchronized void saw(@Nullable Path path) {
        // No path means that there was more than the system could tell.
        boolean matters = path == null || roots.stream().anyMatch(root -> path.startsWith(root) && matters(root, path));
        if (!matters || caller.isShutdown()) {
            return;
        }
        if (pending != null) {
            pending.cancel(false);
        }
        pending = caller.schedule(this::call, QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether something was saved since the last call began, so that there will be another one. */
    public synchronized boolean willCallAgain() {
        return pending != null;
    }

    /** What was scheduled in the very moment in which this call began is still to come. */
    private synchronized void begin() {
        if (pending != null && pending.getDelay(TimeUnit.NANOSECONDS) <= 0) {
            pending = null;
        }
    }

    /** An executor would swallow what a callback throws. */
    private void call() {
        begin();
        try {
            changed.accept(this);
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "lexlab-watch");
        thread.setDaemon(true);
        return thread;
    }
}
