package dev.lexlab.check.hostile;

import dev.lexlab.check.TestGrading;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.engine.Killed;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.check.environment.LoosenedServers;
import dev.lexlab.check.environment.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where not the work is to blame, but when, on what and by whom it is graded. */
final class Machinery {
    private static final String PASSED = "works PASSED";
    private static final String STATE = "XDG_STATE_HOME";

    private final Box box;
    private final Path folder;

    Machinery(Box box, Path folder) {
        this.box = box;
        this.folder = folder;
    }

    List<HostileCase> cases() {
        return List.of(slow(), noEngine(), killed(), weakerEngine());
    }

    /** Waits for what the program does when it is ready. */
    static final class Waits {
        @Check("works")
        void works(@Named("box") Machine box) {
            look(box, Duration.ofSeconds(60));
        }

        static void look(Machine box, Duration patience) {
            box.start(Command.of("./" + Box.WORK));
            if (!Eventually.look(patience, () -> box.run("cat", "/tmp/ready").succeeded(), isReady -> isReady)) {
                throw Failure.of("it does not get ready").next("Get ready.");
            }
        }
    }

    /** Looks once, more or less. */
    static final class IsImpatient {
        @Check("works")
        void works(@Named("box") Machine box) {
            Waits.look(box, Duration.ofMillis(1));
        }
    }

    private HostileCase slow() {
        String program = "#!/bin/sh\nsleep 3\n: > /tmp/ready; rm /tmp/ready\nsleep 2\n: > /tmp/ready\nsleep 600\n";
        return HostileCase.of(27, "a service that is slow, and starts twice")
                .heldBy("what is looked for is looked for again, up to a limit far beyond what it takes")
                .attempt(() -> graded(Loosened.NOTHING, Waits.class, program), PASSED)
                .permitted(
                        () -> graded(Loosened.NOTHING, Waits.class, "#!/bin/sh\n: > /tmp/ready\nsleep 600\n"), PASSED)
                .loosened(
                        () -> graded(Loosened.NOTHING, IsImpatient.class, program),
                        "works FAILED: it does not get ready");
    }

    private String graded(Loosened loosened, Class<?> grader, String program) throws Exception {
        return box.graded(loosened, grader, 100, Map.of(Box.WORK, program), TestLab.check("works"));
    }

    /** Believes nothing but what it sees. */
    static final class IsDone {
        @Check("works")
        void works(@Named("box") Machine box) {
            if (!box.run("./" + Box.WORK).out().contains("done")) {
                throw Failure.of("./work does not do its work").next("Run it yourself.");
            }
        }
    }

    private HostileCase noEngine() {
        return HostileCase.of(28, "an engine that was named and is not there")
                .heldBy("an outcome of its own, which counts for nobody; nothing takes the engine's place")
                .attempt(
                        () -> graded(Map.of("DOCKER_HOST", "unix:///nobody/is/here.sock"), Loosened.NOTHING),
                        "works ERROR: ")
                .permitted(() -> graded(Map.of(), Loosened.NOTHING), PASSED)
                .loosened(
                        () -> graded(
                                Map.of("DOCKER_HOST", "unix://" + folder.resolve("later.sock")),
                                Loosened.reaching(System.getenv())),
                        PASSED);
    }

    private HostileCase killed() {
        return HostileCase.of(29, "a grader that is killed while a container runs")
                .heldBy("a lock that ends with its process, and labels; who comes next sweeps")
                .attempt(
                        () -> Killed.swept(Files.createTempDirectory(folder, "a"), true, true),
                        "swept: container, network")
                .permitted(() -> Killed.swept(Files.createTempDirectory(folder, "b"), false, true), "swept: nothing")
                .loosened(() -> Killed.swept(Files.createTempDirectory(folder, "c"), true, false), "swept: nothing");
    }

    private HostileCase weakerEngine() {
        return HostileCase.of(31, "an engine that takes a limit and does not keep it")
                .heldBy("a look from inside, before anything of a learner's runs")
                .attempt(
                        () -> graded(fresh("d"), Loosened.processes(512)),
                        "works ERROR: the container engine does not hold containers to what is asked of it: processes"
                                + " (asked: 100, in force: 512)")
                .permitted(() -> graded(fresh("e"), Loosened.NOTHING), PASSED)
                .loosened(
                        () -> {
                            Map<String, String> looked = fresh("f");
                            String unused = graded(looked, Loosened.NOTHING);
                            return graded(looked, Loosened.processes(512));
                        },
                        PASSED);
    }

    /** Where nobody has looked yet. */
    private Map<String, String> fresh(String name) throws Exception {
        return Map.of(STATE, Files.createTempDirectory(folder, name).toString());
    }

    private String graded(Map<String, String> more, Loosened loosened) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        Path work = Files.createTempDirectory(folder, "work");
        Files.writeString(work.resolve(Box.WORK), "#!/bin/sh\necho done\n");
        try (Servers servers = LoosenedServers.of(box.course(), environment, loosened)) {
            return Box.told(TestGrading.grade(servers, Box.task(IsDone.class, 60, TestLab.check("works")), work));
        }
    }
}
