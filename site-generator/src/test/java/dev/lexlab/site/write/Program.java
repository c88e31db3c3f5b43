package dev.lexlab.site.write;

import static java.util.stream.Collectors.joining;

import dev.lexlab.site.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * {@code lexlab site} as the launcher starts it: on jars, with an archive of the classes it loads, which makes a build three times
 * as fast.
 *
 * @param archive made by the first build that ends by itself
 */
record Program(String classPath, Path archive) {

    /** Our own classes are put into jars, without those of the tests. */
    static Program in(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(part);
            if (part.endsWith(".jar")) {
                jars.add(part);
            } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                jars.add(jar(path, folder.resolve("classes-" + jars.size() + ".jar")));
            }
        }
        return new Program(jars.stream().collect(joining(File.pathSeparator)), folder.resolve("classes.jsa"));
    }

    private static String jar(Path classes, Path jar) {
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
        if (exit != 0) {
            throw new IllegalStateException("cannot make " + jar);
        }
        return jar.toString();
    }

    /** {@code site} on another JDK, and as another machine would set it up; without an archive, which is of one JDK. */
    List<String> command(Path jdk, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(
                jdk.resolve("bin/java").toString(), "-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, Main.class.getName(), "site"));
        return command;
    }

    List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:disable",
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                Main.class.getName(),
                "site");
    }
}
