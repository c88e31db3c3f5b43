package dev.lexlab.check.machine;

import dev.lexlab.check.engine.StateFolder;
import dev.lexlab.lab.console.Console;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine under us: its packages, its programs, and whether we may change it. */
final class Host {
    private static final List<String> PROGRAM_FOLDERS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private static final int GRACE_SECONDS = 10;

    private final Console console;
    private final Map<String, String> environment;
    private final boolean yes;
    private final boolean root;
    private final String again;
    private volatile @Nullable Process running;

    /**
     * @param again the command to type when what was missing is there
     */
    Host(Console console, Map<String, String> environment, boolean yes, boolean root, String again) {
        this.console = console;
        this.environment = environment;
        this.yes = yes;
        this.root = root;
        this.again = again;
    }

    /** The one we run on. */
    static Host ofProcess(Console console, Map<String, String> environment, boolean yes, String again) {
        return new Host(console, environment, yes, "root".equals(System.getProperty("user.name")), again);
    }

    /** Debian, Ubuntu or what calls itself like them: what {@code apt-get} works on. */
    boolean isDebian() throws IOException {
        Path release = Path.of("/etc/os-release");
        if (!Files.isRegularFile(release)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                    .anyMatch(line -> line.contains("debian") || line.contains("ubuntu"));
        }
    }

    static boolean has(String program) {
        return PROGRAM_FOLDERS.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Installs packages, having asked; fails with the command to type where we may not. */
    void install(List<String> packages, StateFolder state, Consumer<String> lines)
            throws IOException, InterruptedException, NotPossible {
        List<String> install = new ArrayList<>(List.of(
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "install",
                "-y",
                "--no-install-recommends",
                "-o",
                "DPkg::Lock::Timeout=120"));
        install.addAll(packages);
        permit(
                "install " + String.join(", ", packages) + " with apt-get",
                "apt-get update && sudo apt-get install -y --no-install-recommends " + String.join(" ", packages));
        runAsRoot(List.of("apt-get", "update", "-q"), state, lines);
        runAsRoot(install, state, lines);
    }

    /** Whether what changes the machine may be done; asks where somebody can answer. */
    void permit(String what, String command) throws IOException, NotPossible {
        boolean terminal =
                environment.getOrDefault("LEXLAB_TTY", "").contains("2") && Files.isReadable(Path.of("/dev/tty"));
        if (yes || (terminal && asked(what))) {
            return;
        }
        if (terminal || !(root || "true".equals(environment.get("CI")))) {
            throw new NotPossible("not done: " + what, "sudo " + command + " (or " + again + " --yes)");
        }
    }

    private boolean asked(String what) throws IOException {
        console.clearProgress();
        console.note("Lexlab would like to " + what + (root ? "" : " (with sudo)") + ". Go on? [Y/n]");
        try (BufferedReader answer = Files.newBufferedReader(Path.of("/dev/tty"))) {
            String line = answer.readLine();
            return line != null
                    && (line.isBlank() || line.strip().toLowerCase(Locale.ROOT).startsWith("y"));
        }
    }

    /** Runs to the end, its output in a log; fails with the log's end. */
    void runAsRoot(List<String> command, StateFolder state, Consumer<String> lines)
            throws IOException, InterruptedException, NotPossible {
        Path log = state.path().resolve("setup.log");
        Process process = new ProcessBuilder(asRoot(command))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        running = process;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                lines.accept(line);
            }
            Files.write(log, said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (process.waitFor() != 0) {
                throw new NotPossible(
                        "'" + String.join(" ", command) + "' failed:\n" + end(said), "see " + log + ", then " + again);
            }
        } finally {
            process.destroy();
            running = null;
        }
    }

    /** Ends the program that runs now, if any, and returns when it has cleaned up: for Ctrl-C. */
    void endRunning() {
        Process process = running;
        if (process != null) {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /** Starts a program that lives on when we end, in a session of its own. */
    void startDetached(List<String> command, Path log) throws IOException, InterruptedException, NotPossible {
        List<String> detached = new ArrayList<>(List.of("setsid", "--fork"));
        detached.addAll(command);
        int exit = new ProcessBuilder(asRoot(detached))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new NotPossible("'" + String.join(" ", command) + "' could not be started", "see " + log);
        }
    }

    private List<String> asRoot(List<String> command) {
        List<String> words = new ArrayList<>(root ? List.of() : List.of("sudo"));
        words.addAll(command);
        return words;
    }

    private static String end(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 8), lines.size()).stream()
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }

    /** The machine cannot be made fit by us; somebody can. */
    static final class NotPossible extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;
        private final String remedy;

        NotPossible(String what, String remedy) {
            super(what);
            this.what = what;
            this.remedy = remedy;
        }

        String what() {
            return what;
        }

        String remedy() {
            return remedy;
        }
    }
}
