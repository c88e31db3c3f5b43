package dev.lexlab.check.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process of its own that holds a server until it is killed. */
final class ServerHolder implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ServerHolder(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ServerHolder start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerHolder.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new ServerHolder(builder.start());
    }

    /** The run's id, once its server is ready. */
    String run() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** First the process that would have ended the server. */
    void killWithItsKeeper() {
        for (ProcessHandle keeper : process.children().toList()) {
            keeper.destroyForcibly();
            keeper.onExit().join();
        }
        kill();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(System.getenv(), new Settings("", "grader"), step -> {});
        System.out.println(server.run());
        System.in.read();
    }
}
