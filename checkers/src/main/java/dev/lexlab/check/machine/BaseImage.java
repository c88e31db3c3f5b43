package dev.lexlab.check.machine;

import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.Images;
import dev.lexlab.check.engine.StateFolder;
import dev.lexlab.check.machine.Host.NotPossible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What every recipe begins with: fetched where that is possible, else made of Debian's packages. */
final class BaseImage {
    private static final String REPOSITORY = "debian";
    private static final String VERSION = "trixie-slim";
    static final String TAG = REPOSITORY + ":" + VERSION;

    private static final String TEMPORARY = "base-";

    private final Images images;
    private final StateFolder state;

    BaseImage(Images images, StateFolder state) {
        this.images = images;
        this.state = state;
    }

    boolean isThere() {
        return images.has(TAG);
    }

    /** How it was got, in words. */
    String get(Host host, Consumer<String> lines) throws IOException, InterruptedException, NotPossible, EngineFailure {
        lines.accept("asking the registry");
        if (images.pull(TAG)) {
            return "fetched";
        }
        if (!host.isDebian()) {
            throw new NotPossible(
                    "the image " + TAG
                            + " cannot be fetched, and only on Debian and Ubuntu can it be made from packages",
                    "connect this machine to an image registry, then ./lexlab setup");
        }
        if (!Host.has("mmdebstrap")) {
            host.install(List.of("mmdebstrap", "debian-archive-keyring"), state, lines);
        }
        make(host, lines);
        return "no registry answers; made of Debian packages";
    }

    @SuppressWarnings("try") // the resource is there to be closed
    private void make(Host host, Consumer<String> lines)
            throws IOException, InterruptedException, NotPossible, EngineFailure {
        removeTemporary();
        Path tar = Files.createTempFile(state.path(), TEMPORARY, ".tar");
        try (WhenInterrupted tidy = WhenInterrupted.run(() -> endAndDelete(host, tar))) {
            host.runAsRoot(List.of("mmdebstrap", "--variant=minbase", "trixie", tar.toString()), state, lines);
            images.importTar(tar, REPOSITORY, VERSION);
            Files.writeString(marker(), images.id(TAG) + "\n");
        } finally {
            Files.deleteIfExists(tar);
        }
    }

    private static void endAndDelete(Host host, Path tar) {
        host.endRunning();
        try {
            Files.deleteIfExists(tar);
        } catch (IOException e) {
            // the next set-up tries again
        }
    }

    /** Of a process that was killed; only one sets up at a time. */
    private void removeTemporary() throws IOException {
        try (Stream<Path> files = Files.list(state.path())) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(TEMPORARY))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes it, where it is the one that we made. */
    boolean removeIfOurs() throws IOException {
        if (!Files.exists(marker())
                || !images.id(TAG).equals(Files.readString(marker()).strip())) {
            return false;
        }
        images.remove(TAG);
        Files.delete(marker());
        return true;
    }

    private Path marker() {
        return state.path().resolve("made-base");
    }
}
