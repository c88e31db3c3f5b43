package dev.lexlab.check.machine;

import dev.lexlab.check.engine.StateFolder;
import dev.lexlab.check.machine.Host.NotPossible;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a Debian or Ubuntu machine the browser that the site's tests drive. */
final class BrowserInstaller {
    private static final String PACKAGE = "chromium";

    /** The browser tests look for the same ones. */
    private static final List<String> PROGRAMS =
            List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");

    private static final List<Path> MAC_PROGRAMS = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private final Host host;
    private final Map<String, String> environment;
    private final StateFolder state;

    BrowserInstaller(Host host, Map<String, String> environment, StateFolder state) {
        this.host = host;
        this.environment = environment;
        this.state = state;
    }

    /** The program of a Chromium, or of a browser made from it. */
    static Optional<Path> find(Map<String, String> environment) {
        List<Path> folders = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        return Stream.concat(
                        PROGRAMS.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name))),
                        MAC_PROGRAMS.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The one that is there, else a new one. */
    Path program(Steps steps) throws IOException, InterruptedException, NotPossible {
        Optional<Path> there = find(environment);
        if (there.isPresent()) {
            return there.get();
        }
        if (!host.isDebian()) {
            throw new NotPossible(
                    "there is no Chromium for the tests, and only on Debian and Ubuntu can it be installed from here",
                    "install Chromium or Google Chrome, then ./lexlab setup --for-tests");
        }
        steps.begin("browser for tests");
        host.install(List.of(PACKAGE), state, steps::line);
        Path installed = find(environment)
                .orElseThrow(() -> new NotPossible(
                        "package " + PACKAGE + " is installed, but there is no program of that name on the PATH",
                        "put its folder on the PATH, then ./lexlab setup --for-tests"));
        steps.end("installed");
        return installed;
    }
}
