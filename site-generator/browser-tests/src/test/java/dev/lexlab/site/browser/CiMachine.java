package dev.lexlab.site.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Does what a CI host does with the steps of a job, in a clone of this checkout. The clone is as clean for each job as the
 * first one found it, apart from what {@code ./lexlab} has built of itself: that takes minutes, and is built once.
 */
final class CiMachine {
    private static final long PATIENCE_MINUTES = 15;

    private final Path checkout;
    private final Path workspace;
    private final Path kept;
    private final Map<String, String> host;

    /**
     * @param checkout what is cloned
     * @param folder takes the clone and what jobs keep
     * @param host variables that the host sets
     */
    CiMachine(Path checkout, Path folder, Map<String, String> host) {
        this.checkout = checkout;
        this.workspace = folder.resolve("workspace");
        this.kept = folder.resolve("kept");
        this.host = Map.copyOf(host);
    }

    /** Clones, or takes away what the job before made. */
    void cleanClone() throws IOException, InterruptedException {
        if (Files.isDirectory(workspace)) {
            awaitQuiet();
            bash("git clean -ffdxq -e /.lexlab/launcher/", workspace, Map.of());
        } else {
            Files.createDirectories(workspace);
            bash("git clone -q '" + checkout + "' .", workspace, Map.of());
        }
    }

    /** {@code ./lexlab} goes on in the background for a while, making archives of classes; their lists go with the end of it. */
    void awaitQuiet() throws IOException, InterruptedException {
        bash("while [ -n \"$(find .lexlab/launcher -name '*.list.*')\" ]; do sleep 0.2; done", workspace, Map.of());
    }

    void run(CiStep step) throws IOException, InterruptedException {
        if (step.run().isPresent()) {
            bash(step.run().get(), workspace.resolve(step.folder()), step.environment());
            return;
        }
        switch (step.uses().orElse("")) {
            case "actions/checkout@v4" -> {
                if (step.with().containsKey("repository") || step.with().containsKey("path")) {
                    throw new IllegalStateException(step + " asks for another checkout than this one");
                }
            }
            case "actions/setup-java@v4" -> requireJava(step.with().getOrDefault("java-version", "none"));
            case "actions/upload-pages-artifact@v3", "actions/upload-artifact@v4", "artifacts" -> keep(step);
            case "actions/deploy-pages@v4" -> require(Files.isDirectory(kept(step)), "there is nothing to deploy");
            default ->
                throw new IllegalStateException(step.job() + " uses what this test does not know: " + step.uses());
        }
    }

    /** What a job has kept: a host unpacks it and serves it. On GitHub the jobs of a workflow share it. */
    private Path kept(CiStep step) {
        int slash = step.job().indexOf('/');
        return kept.resolve(
                step.job().startsWith("gitlab/")
                        ? step.job().replace('/', '-')
                        : step.job().substring(0, slash));
    }

    /** As the actions do it: links are followed, files are kept and not links. */
    private void keep(CiStep step) throws IOException, InterruptedException {
        Path to = kept(step);
        Trees.delete(to);
        Files.createDirectories(to);
        bash(
                "tar --dereference --hard-dereference --directory \"$KEPT\" -cf - . | tar -x -C '" + to + "'",
                workspace,
                Map.of("KEPT", step.with().getOrDefault("path", "none")));
        require(Files.isRegularFile(to.resolve("index.html")), step.job() + " keeps no site");
    }

    private static void requireJava(String version) {
        require(
                Runtime.version().feature() >= Integer.parseInt(version),
                "the workflow asks for Java " + version + ", and this is " + Runtime.version());
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /** As hosts start it, and stricter in one thing: a variable that the host was not said to give is an error. */
    private void bash(String script, Path folder, Map<String, String> more) throws IOException, InterruptedException {
        Path said = Files.createTempFile("lexlab-ci", ".log");
        try {
            List<String> command = new ArrayList<>(List.of("bash", "--noprofile", "--norc", "-eu", "-o", "pipefail"));
            command.addAll(List.of("-c", script));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            Map<String, String> environment = builder.environment();
            // The machine that runs this test may be such a host itself.
            environment.keySet().removeIf(name -> name.matches("(GITHUB|CI|GITLAB|RUNNER|LEXLAB|GIT)(_.*)?"));
            environment.putAll(host);
            environment.putAll(more);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("does not end: " + script + "\n" + Files.readString(said, UTF_8));
            }
            require(
                    process.exitValue() == 0,
                    "exit " + process.exitValue() + " of: " + script + "\n" + Files.readString(said, UTF_8));
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
