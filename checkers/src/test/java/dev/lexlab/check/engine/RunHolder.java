package dev.lexlab.check.engine;

import dev.lexlab.check.recipe.Dockerfile;
import dev.lexlab.check.recipe.DockerfileReader;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process of its own that holds a run until it is killed or told to end: with a server where it is given a course, or with a
 * build that does not end.
 */
final class RunHolder implements AutoCloseable {
    private static final String BUILD = "--build";

    private final Process process;
    private final BufferedReader output;

    private RunHolder(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** One that builds upon an image. */
    static RunHolder building(Path stateHome, String base) throws IOException {
        return start(stateHome, BUILD, base);
    }

    /** A Dockerfile that begins with that image. */
    static Dockerfile dockerfile(String base, String... more) {
        String text = "FROM lexlab/base\n" + String.join("\n", more) + "\n";
        return DockerfileReader.read("Dockerfile", text, Map.of("base", base), new Problems());
    }

    static RunHolder start(Path stateHome, String... course) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RunHolder.class.getName()));
        command.addAll(List.of(course));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XDG_STATE_HOME", stateHome.toString());
        return new RunHolder(builder.start());
    }

    /** The run's id, once it is held and the server is ready; the build has just begun. */
    String run() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] course) throws Exception {
        if (course.length == 0) {
            try (RunLock lock = RunLock.take(StateFolder.of(System.getenv()))) {
                System.out.println(lock.id());
                System.in.read();
            }
            return;
        }
        try (Engine engine = Engine.connect(System.getenv())) {
            if (course[0].equals(BUILD)) {
                System.out.println(engine.run());
                engine.build(Map.of(), "Dockerfile", dockerfile(course[1], "RUN sleep 60")::labelled, "endless");
            }
            engine.server(new ServiceReader(new Course(Path.of(course[0]))).read("postgres"));
            System.out.println(engine.run());
            System.in.read();
        }
    }
}
