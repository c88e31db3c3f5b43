package dev.lexlab.check.watch;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Tells of every file under some folders that somebody writes, makes or takes away. */
final class Saves implements AutoCloseable {
    private final DirectoryWatcher directories;
    private final CompletableFuture<Void> watching;

    private Saves(DirectoryWatcher directories, CompletableFuture<Void> watching) {
        this.directories = directories;
        this.watching = watching;
    }

    /** Folders are registered before this returns: what is saved from now on is seen. */
    static Saves of(List<Path> folders, Inbox inbox) throws IOException {
        DirectoryWatcher directories = DirectoryWatcher.builder()
                .paths(folders)
                .fileHashing(false) // who grades compares contents
                .listener(event -> inbox.put(new Event.Touched(Optional.ofNullable(event.path()))))
                .build();
        return new Saves(directories, directories.watchAsync(Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "saves");
            thread.setDaemon(true);
            return thread;
        })));
    }

    /** Whether it is over: the folders were taken away, or the system told no more. */
    boolean isOver() {
        return watching.isDone();
    }

    @Override
    public void close() throws IOException {
        directories.close();
        watching.cancel(true);
    }
}
