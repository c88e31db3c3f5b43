package dev.lexlab.site.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real file system of a few megabytes in memory, and programs that run on it. */
final class SmallDisk {
    static final String SIZE = "8m";

    /** The folder is mounted on, and free again when the program has ended, however it did. */
    private static final String ON_IT = """
            mount -t tmpfs -o size=%s lexlab-test "$1" || exit 99
            disk=$1
            shift
            "$@"
            status=$?
            umount "$disk"
            exit $status
            """.formatted(SIZE);

    /** In name spaces of its own a mount needs no rights, and is nobody else's; some machines allow none. */
    private static final List<List<String>> WAYS = List.of(List.of("unshare", "-rm"), List.of());

    private static final String LACKING =
            "no small disk can be mounted here: neither 'unshare -rm' nor 'mount' is allowed."
                    + " Allow user name spaces (sysctl kernel.unprivileged_userns_clone=1), or run the tests as root";

    private SmallDisk() {}

    /**
     * Runs a program of the test's class path with an empty small disk.
     *
     * @param folder takes the mount point, {@code disk}, and what else the program writes
     * @param mainAndArguments its class, then what it is told behind the two folders
     * @return what it prints as its last line
     */
    static int run(Path folder, List<String> mainAndArguments) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Path aside = Files.createDirectories(folder.resolve("aside"));
        List<String> command = new ArrayList<>(way(disk));
        command.addAll(List.of("sh", "-c", ON_IT, "sh", disk.toString()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainAndArguments.get(0),
                disk.toString(),
                aside.toString()));
        command.addAll(mainAndArguments.subList(1, mainAndArguments.size()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        String last = "";
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new AssertionError("on a small disk:\n" + said);
        }
        return Integer.parseInt(last);
    }

    private static List<String> way(Path disk) throws IOException, InterruptedException {
        for (List<String> way : WAYS) {
            List<String> trial = new ArrayList<>(way);
            trial.addAll(List.of("sh", "-c", ON_IT, "sh", disk.toString(), "true"));
            if (works(trial)) {
                return way;
            }
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(LACKING);
        }
        System.out.println("whole: full disks are skipped: " + LACKING);
        return Assumptions.abort(LACKING);
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            Process trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program on this machine
        }
    }
}
