package dev.lexlab.check.hostile;

import dev.lexlab.check.submission.Intake;
import dev.lexlab.check.submission.LoosenedIntake;
import dev.lexlab.check.submission.TakenIn;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Problem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What lies in a learner's folder. */
final class Folders {
    private static final String GOOD = "taken: all";

    private final Path folder;
    private final Canary canary;
    private final AtomicInteger made = new AtomicInteger();

    Folders(Path folder, Canary canary) {
        this.folder = folder;
        this.canary = canary;
    }

    List<HostileCase> cases() {
        return List.of(special(), names(), sizes());
    }

    private HostileCase special() {
        return HostileCase.of(13, "links out of the folder, pipes and sockets")
                .heldBy("regular files alone are taken, and no link is followed")
                .attempt(() -> told(Intake.take(withSpecialFiles(), task())), """
                        link.txt: error: this is a link, and links are not followed; put the file itself here
                        linked: error: this is a link, and links are not followed; put the file itself here
                        pipe: error: this is not a regular file; remove it from the folder
                        socket: error: this is not a regular file; remove it from the folder""")
                .permitted(
                        () -> {
                            Path work = work();
                            Files.writeString(work.resolve("link.txt"), "a file of that name\n");
                            Files.createLink(work.resolve("hard.txt"), work.resolve("link.txt"));
                            return told(Intake.take(work, task()));
                        },
                        GOOD)
                .loosened(
                        () -> {
                            Path work = work();
                            Files.createSymbolicLink(work.resolve("link.txt"), canary.file());
                            return LoosenedIntake.followingLinks(work, task())
                                    .submission()
                                    .file("link.txt")
                                    .text();
                        },
                        Canary.WORDS);
    }

    private Path withSpecialFiles() throws Exception {
        Path work = work();
        Files.createSymbolicLink(work.resolve("link.txt"), canary.file());
        Files.createSymbolicLink(work.resolve("linked"), canary.file().getParent());
        Process pipe = new ProcessBuilder("mkfifo", work.resolve("pipe").toString()).start();
        pipe.waitFor();
        // Its path must be short; moving it leaves it a socket.
        Path socket = Files.createTempDirectory("s").resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Files.move(socket, work.resolve("socket"));
        }
        return work;
    }

    private HostileCase names() {
        return HostileCase.of(14, "names that are too long, or change what a terminal shows")
                .heldBy("a path has 200 characters, all of which are seen")
                .attempt(
                        () -> told(Intake.take(named("long".repeat(60), "bell\u0007\u202egnp.exe"), task())),
                        "long: error: this name is too long or has characters that cannot be seen; rename it")
                .permitted(() -> told(Intake.take(named("Grüße 中 ☃.txt", "-rf"), task())), GOOD)
                .loosened(() -> told(LoosenedIntake.wider(4, named("long".repeat(60), "plain"), task())), GOOD);
    }

    private Path named(String... names) throws IOException {
        Path work = work();
        for (String name : names) {
            Files.writeString(work.resolve(name), "");
        }
        return work;
    }

    private HostileCase sizes() {
        return HostileCase.of(14, "more files and bytes than a task can need")
                .heldBy("200 files of 1 MB, 8 MB in all")
                .attempt(
                        () -> told(Intake.take(filled(9, 1 << 20), task())) + "\n"
                                + told(Intake.take(filled(300, 1), task())) + "\n"
                                + told(Intake.take(filled(1, 2 << 20), task())),
                        """
                        .: error: all files together are larger than 8 MB; remove what the task does not ask for
                        .: error: there are more than 200 files; keep only what the task asks for in this folder
                        file0: error: this file is larger than 1 MB; a task needs no such file; remove it""")
                .permitted(() -> told(Intake.take(filled(7, 1 << 20), task())), GOOD)
                .loosened(
                        () -> told(LoosenedIntake.wider(4, filled(9, 1 << 20), task()))
                                + told(LoosenedIntake.wider(4, filled(300, 1), task()))
                                + told(LoosenedIntake.wider(4, filled(1, 2 << 20), task())),
                        GOOD + GOOD + GOOD);
    }

    private Path filled(int files, int bytes) throws IOException {
        Path work = work();
        for (int i = 0; i < files; i++) {
            Files.write(work.resolve("file" + i), new byte[bytes]);
        }
        return work;
    }

    private Path work() throws IOException {
        Path work = Files.createDirectories(folder.resolve("folder" + made.incrementAndGet()));
        Files.writeString(work.resolve(Box.WORK), "#!/bin/sh\n");
        return work;
    }

    private static TaskDefinition task() {
        return Box.task(Programs.Believes.class, 60);
    }

    private static String told(TakenIn taken) {
        return taken.problems().isEmpty()
                ? GOOD
                : taken.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
