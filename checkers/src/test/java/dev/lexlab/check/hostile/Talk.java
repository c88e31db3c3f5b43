package dev.lexlab.check.hostile;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.Exec;
import dev.lexlab.check.engine.ExecResult;
import dev.lexlab.check.engine.LabNetwork;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scenes on machines without a task around them. */
final class Talk {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> WORK = Set.of("/work");

    private Talk() {}

    /** How much is kept of what a program says in one line. */
    static String kept(Box box, int bytes) throws Exception {
        try (Engine engine = Loosened.NOTHING.connect(System.getenv())) {
            RunningContainer machine = machine(engine, box, engine.network("lab"));
            ExecResult result = machine.exec(SOON, "sh", "-c", "head -c " + bytes + " /dev/zero | tr '\\0' x");
            return "kept " + result.out().value().length() + " of "
                    + result.out().length();
        }
    }

    /** A program on a machine that has one family of processes with its neighbour's. */
    static String sharedProcesses(Box box, String program) throws Exception {
        try (Engine whole = Loosened.NOTHING.connect(System.getenv())) {
            RunningContainer neighbour = machine(whole, box, whole.network("lab"));
            try (Engine loosened = Loosened.processesOf(neighbour.id()).connect(System.getenv())) {
                RunningContainer machine = machine(loosened, box, loosened.network("lab"));
                neighbour.start(new Exec(List.of("sleep", "600"), Map.of(), new byte[0], ""));
                while (!sleeps(neighbour)) {
                    Thread.onSpinWait();
                }
                machine.copy("/work", Map.of(Box.WORK, program.getBytes(StandardCharsets.UTF_8)));
                machine.start(new Exec(List.of("./" + Box.WORK), Map.of(), new byte[0], "/work"));
                for (long end = System.nanoTime() + SOON.toNanos(); System.nanoTime() < end; Thread.onSpinWait()) {
                    if (!sleeps(neighbour)) {
                        return "the neighbour's program has ended";
                    }
                }
                return "the neighbour's program goes on";
            }
        }
    }

    private static boolean sleeps(RunningContainer neighbour) throws Exception {
        return neighbour
                .exec(SOON, "sh", "-c", "grep -al '^sleep.600' /proc/[0-9]*/cmdline")
                .succeeded();
    }

    static RunningContainer machine(Engine engine, Box box, LabNetwork network) throws Exception {
        return engine.machine(image(box), "box", List.of(network), WORK);
    }

    private static ServiceDefinition image(Box box) throws Exception {
        return new ServiceReader(box.course()).read("ssh-client");
    }
}
