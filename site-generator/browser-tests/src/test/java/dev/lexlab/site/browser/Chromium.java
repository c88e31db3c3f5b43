package dev.lexlab.site.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own browser: none is ever downloaded. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    /** {@code setup --for-tests} looks for the same ones. */
    private static final List<String> PROGRAMS =
            List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");

    private static final List<Path> MAC_PROGRAMS = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    /** Milliseconds that a busy machine may need until something is seen; only a failure waits so long. */
    static final double PATIENCE = 20_000;

    /** The browser's program, or empty where there is none. */
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

    static Chromium launch(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                // Root, and containers without user namespaces, cannot have Chromium's sandbox; only
                                // our own pages are opened.
                                "--no-sandbox",
                                // Shared memory of containers is small.
                                "--disable-dev-shm-usage",
                                // Nothing leaves this machine, whatever a page asks for.
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
