package dev.lexlab.site.browser;

import dev.lexlab.site.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code lexlab serve} on a course, until it is closed. */
record ServeProgram(Process process, String address) {
    private static final String SAYS = "Serving ";

    /** Returns when the site is served. */
    static ServeProgram start(Path course) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--course",
                        course.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(SAYS)) {
                return new ServeProgram(process, line.split(" ", -1)[1] + "/");
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("serve ended without serving:\n" + said);
    }

    void end() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
