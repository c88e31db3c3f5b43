package dev.lexlab.check.machine;

import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineUnavailable;
import dev.lexlab.check.engine.Images;
import dev.lexlab.check.engine.Leftover;
import dev.lexlab.check.engine.StateFolder;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes away what is ours; work, results and backups are the learner's, and what a running command uses is left. */
final class Clean {
    private final Course course;
    private final Console console;
    private final Map<String, String> environment;

    Clean(Course course, Console console, Map<String, String> environment) {
        this.course = course;
        this.console = console;
        this.environment = environment;
    }

    ExitCode run(boolean images) throws EngineUnavailable, IOException {
        removeCache();
        removeEmbedded();
        try (Engine engine = Engine.connect(environment)) {
            List<Leftover> swept = engine.swept();
            console.say(swept.isEmpty() ? "nothing was left on the engine" : "removed: " + names(swept));
            List<Leftover> inUse = engine.inUse();
            if (!inUse.isEmpty()) {
                console.note("left, since a running command uses it: " + names(inUse));
            }
            if (images) {
                removeImages(engine.images());
            }
            return ExitCode.YES;
        } catch (EngineUnavailable e) {
            if (!e.canBeSetUp()) {
                throw e;
            }
            console.note("no container engine is running, so nothing was looked for on one");
            return ExitCode.YES;
        }
    }

    static String names(List<Leftover> leftovers) {
        return leftovers.stream().map(Leftover::toString).collect(Collectors.joining(", "));
    }

    private void removeImages(Images images) throws IOException {
        List<String> ours = images.ours();
        List<String> used = ours.stream().filter(tag -> !images.remove(tag)).toList();
        if (!used.isEmpty()) {
            console.note("left, since a running command uses it: " + String.join(", ", used));
        }
        images.removeUnnamed();
        boolean base = new BaseImage(images, StateFolder.of(environment)).removeIfOurs();
        List<String> removed = ours.stream().filter(tag -> !used.contains(tag)).toList();
        console.say("removed images: " + (removed.isEmpty() ? "none" : String.join(", ", removed))
                + (base ? ", " + BaseImage.TAG : ""));
    }

    /** PostgreSQL for machines without an engine: unpacked once, and what killed processes left of it. */
    private void removeEmbedded() throws IOException {
        EmbeddedPostgres.Cleaned cleaned = EmbeddedPostgres.clean(environment);
        cleaned.removed().ifPresent(folder -> console.say("removed: " + folder));
        if (cleaned.inUse() > 0) {
            console.note("left, since a running command uses it: embedded PostgreSQL");
        }
    }

    private void removeCache() throws IOException {
        Path cache = course.state().resolve("cache");
        if (!Files.isDirectory(cache)) {
            return;
        }
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        console.say("removed: " + course.name(cache));
    }
}
