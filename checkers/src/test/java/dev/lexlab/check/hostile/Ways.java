package dev.lexlab.check.hostile;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.engine.Loosened;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Ways out of a sandbox over its network. */
final class Ways {
    private static final String PASSED = "works PASSED";

    private final Box box;
    private final Path folder;
    private final Canary canary;

    Ways(Box box, Path folder, Canary canary) {
        this.box = box;
        this.folder = folder;
        this.canary = canary;
    }

    List<HostileCase> cases() {
        return List.of(thisMachine(), others());
    }

    /** Somebody answers on both of the other machines before the program is run. */
    static final class Visits {
        @Check("works")
        void works(
                @Named("box") Machine box, @Named("neighbour") Machine neighbour, @Named("stranger") Machine stranger) {
            String address = listen(stranger);
            String unused = listen(neighbour);
            Ran ran = box.run(Command.of("./" + Box.WORK, address));
            if (!ran.out().contains("done")) {
                throw Failure.of("it got out").seen(ran.out()).next("Hold it.");
            }
        }

        /** Where it is reached. */
        private static String listen(Machine machine) {
            machine.start(Command.of("python3", "-m", "http.server", "8099", "--bind", "0.0.0.0"));
            machine.run("curl", "-sS", "--retry", "50", "--retry-connrefused", "http://127.0.0.1:8099/");
            return machine.run("hostname", "-i").out().strip();
        }
    }

    private HostileCase thisMachine() {
        return HostileCase.of(6, "a program looks for a way to this machine, and through it to the internet")
                .heldBy("a network without a way out, and without an address of this machine")
                .attempt(
                        () -> visit(Loosened.NOTHING, canary.port(), "gateway", "host.docker.internal", "172.17.0.1"),
                        PASSED)
                .permitted(() -> visit(Loosened.NOTHING, "8099", "!neighbour"), PASSED)
                .loosened(
                        () -> {
                            try (Canary allowed = new Canary(Files.createTempDirectory(folder, "allowed"))) {
                                return visit(
                                        Loosened.network(),
                                        allowed.port(),
                                        "gateway",
                                        "host.docker.internal",
                                        "172.17.0.1");
                            }
                        },
                        "works FAILED: it got out; seen: reached gateway");
    }

    private HostileCase others() {
        return HostileCase.of(
                        7, "a program looks for other people's containers, and for what clouds tell about a machine")
                .heldBy("a network for each grading's own machines")
                .attempt(() -> visit(Loosened.NOTHING, "8099", "stranger", "address", "169.254.169.254"), PASSED)
                .permitted(() -> visit(Loosened.NOTHING, "8099", "!neighbour"), PASSED)
                .loosened(
                        () -> visit(Loosened.NOTHING, "8099", "neighbour"),
                        "works FAILED: it got out; seen: reached neighbour");
    }

    /** Says "done" where none of the hosts answers; with an exclamation mark in front, where one does. */
    private String visit(Loosened loosened, String port, String... hosts) throws Exception {
        String program = """
                #!/usr/bin/env python3
                import socket, sys
                own = socket.gethostbyname(socket.gethostname())
                names = {"gateway": own.rsplit(".", 1)[0] + ".1", "address": sys.argv[1]}
                wants = False
                reached = []
                for host in "%s".split():
                    wants = wants or host.startswith("!")
                    host = host.lstrip("!")
                    try:
                        socket.create_connection((names.get(host, host), %s), 3).close()
                        reached.append(host)
                    except OSError:
                        pass
                print("done" if bool(reached) == wants else "reached " + " ".join(reached))
                """.formatted(String.join(" ", hosts), port);
        return box.graded(loosened, Visits.class, 60, Map.of(Box.WORK, program), TestLab.check("works"));
    }
}
