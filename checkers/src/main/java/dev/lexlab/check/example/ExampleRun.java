package dev.lexlab.check.example;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.Exec;
import dev.lexlab.check.engine.ExecResult;
import dev.lexlab.check.engine.LabNetwork;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs one example in a fresh container of its image. */
final class ExampleRun {
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    /** In memory in every image. */
    private static final String FOLDER = "/tmp/examples";

    private static final Map<String, String> VARIABLES = Map.of("LANG", "C.UTF-8", "PGCLIENTENCODING", "UTF8");

    private final Engine engine;
    private final ServiceDefinition image;

    ExampleRun(Engine engine, ServiceDefinition image) {
        this.engine = engine;
        this.image = image;
    }

    List<Problem> run(Example example) throws EngineFailure, IOException, InterruptedException {
        String text = Files.readString(example.file());
        Problems problems = new Problems();
        return switch (example.kind()) {
            case CONSOLE -> {
                Transcript transcript = Transcript.read(example.name(), text, problems);
                yield problems.isEmpty() ? transcript.judge(said(example, transcript.script())) : problems.sorted();
            }
            case SQL -> sql(example, text);
            case PYTHON -> program(example, "python3");
            case SHELL -> program(example, "bash");
        };
    }

    private String said(Example example, String script) throws EngineFailure, IOException, InterruptedException {
        ExecResult result = exec(example, List.of("bash", "--noprofile", "--norc", "-c", script));
        return result.out().value() + result.err().value();
    }

    private List<Problem> sql(Example example, String text) throws EngineFailure, IOException, InterruptedException {
        ExecResult result = exec(example, List.of("psql", "-X", "-q", "-P", "pager=off", "-f", example.fileName()));
        if (!result.succeeded() || isCut(result)) {
            return List.of(failed(example, result));
        }
        List<Problem> problems = new ArrayList<>(
                new DeclaredErrors(example.name(), text).judge(result.err().value()));
        Path shown = example.file().resolveSibling(example.fileName().replaceFirst("\\.sql$", ".out"));
        if (Files.isRegularFile(shown)) {
            String name = example.name().replaceFirst("\\.sql$", ".out");
            ShownOutput output = new ShownOutput(name);
            int number = 0;
            for (String line : Files.readAllLines(shown)) {
                number++;
                if (!line.startsWith("#")) {
                    output.add(number, line);
                }
            }
            output.difference(result.out().value().lines().toList(), 1).ifPresent(problems::add);
        }
        return problems;
    }

    private List<Problem> program(Example example, String interpreter)
            throws EngineFailure, IOException, InterruptedException {
        ExecResult result = exec(example, List.of(interpreter, example.fileName()));
        return result.succeeded() && !isCut(result) ? List.of() : List.of(failed(example, result));
    }

    private static Problem failed(Example example, ExecResult result) {
        String last = Stream.of(result.err(), result.out())
                .map(ExampleRun::lastLine)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("it said nothing");
        String how = isCut(result)
                ? "printed more than is kept"
                : result.inTime() ? "failed with exit code " + result.exitCode() : "did not end in time";
        return new Problem(
                Place.of(example.name()),
                "this " + how + ": " + ShownOutput.shortened(last),
                "it must succeed, with what stands outside of its tags");
    }

    private static String lastLine(Untrusted said) {
        return said.value()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("");
    }

    private ExecResult exec(Example example, List<String> words)
            throws EngineFailure, IOException, InterruptedException {
        if (image.isServer()) {
            try (RunningServer server = engine.server(image)) {
                return exec(server.container(), example, words);
            }
        }
        LabNetwork network = engine.network("example");
        try (RunningContainer machine = engine.machine(image, "example", List.of(network), Set.of())) {
            return exec(machine, example, words);
        } finally {
            engine.remove(network); // engines have addresses for some thirty
        }
    }

    private static ExecResult exec(RunningContainer container, Example example, List<String> words)
            throws EngineFailure, IOException, InterruptedException {
        container.exec(DEADLINE, "mkdir", "-p", FOLDER);
        container.copy(FOLDER, filesBeside(example.file()));
        return container.exec(DEADLINE, new Exec(words, VARIABLES, new byte[0], FOLDER));
    }

    /** What is not kept cannot be compared. */
    private static boolean isCut(ExecResult result) {
        return result.out().isCut() || result.err().isCut();
    }

    private static Map<String, byte[]> filesBeside(Path file) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> beside = Files.list(file.resolveSibling(""))) {
            for (Path one : beside.filter(Files::isRegularFile).toList()) {
                files.put(one.getFileName().toString(), Files.readAllBytes(one));
            }
        }
        return files;
    }
}
