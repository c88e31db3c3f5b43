package dev.lexlab.check.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Container;
import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.Images;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.check.recipe.Dockerfile;
import dev.lexlab.check.recipe.DockerfileReader;
import dev.lexlab.check.recipe.LoosenedRunFile;
import dev.lexlab.check.recipe.RunFileReader;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Dockerfiles, and what says how containers of them are run. */
final class Recipes {
    private static final String FILE = "Dockerfile";
    private static final String RUN_YML = "services:\n  web:\n    build: .\n";
    private static final String DONE = "CMD [\"echo\", \"done\"]\n";
    private static final String PASSED = "works PASSED";
    private static final String STOPPED = "works INVALID: the build was stopped here: ";

    private final Box box;

    Recipes(Box box) {
        this.box = box;
    }

    List<HostileCase> cases() {
        return List.of(buildProcesses(), buildMemory(), buildDisk(), runFile(), archive(), dockerfile(), cache());
    }

    /** Builds and runs it, and believes what it says. */
    static final class Builds {
        @Prepare
        void build(Submission work, dev.lexlab.check.author.Engine engine) {
            engine.build(work, Map.of());
        }

        @Check("works")
        void works(dev.lexlab.check.author.Engine engine) {
            Container web = engine.run("web", "web", Map.of());
            Eventually.look(Duration.ofSeconds(20), web::isRunning, isRunning -> !isRunning);
            if (!web.ended().out().contains("done")) {
                throw Failure.of("it does not say that it is done")
                        .seen(web.ended().inWords())
                        .next("Look at its log.");
            }
        }
    }

    private String built(Loosened loosened, String... instructions) throws Exception {
        return built(loosened, Map.of(), instructions);
    }

    private String built(Loosened loosened, Map<String, byte[]> beside, String... instructions) throws Exception {
        Map<String, byte[]> files = new TreeMap<>(beside);
        files.put(Box.WORK, "nothing\n".getBytes(UTF_8));
        files.put("run.yml", RUN_YML.getBytes(UTF_8));
        files.put(FILE, ("FROM lexlab/python\n" + String.join("\n", instructions) + "\n" + DONE).getBytes(UTF_8));
        return box.gradedBytes(loosened, Builds.class, 60, files, TestLab.check("works"));
    }

    private HostileCase buildProcesses() {
        return HostileCase.of(1, "a step of a build starts processes without end")
                .heldBy("a watch over builds: 256 processes; one processor, and memory behind it")
                .attempt(
                        () -> built(Loosened.NOTHING, sleepers(300)),
                        STOPPED + "more than 256 processes at once at Dockerfile:2:1")
                .permitted(() -> built(Loosened.NOTHING, sleepers(50)), PASSED)
                .loosened(() -> built(Loosened.buildProcesses(512), sleepers(300)), PASSED);
    }

    private static String sleepers(int count) {
        return "RUN for i in $(seq " + count + "); do sleep 8 & done; wait";
    }

    private HostileCase buildMemory() {
        return HostileCase.of(2, "a step of a build takes memory without end")
                .heldBy("memory of a step: 512 MB, and no swap")
                .attempt(
                        () -> built(Loosened.NOTHING, hoard(700)),
                        STOPPED + "more than 512 MB of memory at Dockerfile:2:1")
                .permitted(() -> built(Loosened.NOTHING, hoard(100)), PASSED)
                .loosened(() -> built(Loosened.buildMemory(1024), hoard(700)), PASSED);
    }

    private static String hoard(int megabytes) {
        return "RUN python3 -c \"b'x' * (" + megabytes + " * 1048576)\"";
    }

    private HostileCase buildDisk() {
        return HostileCase.of(5, "a step of a build writes without end")
                .heldBy("a watch over builds: 256 MB")
                .attempt(() -> built(Loosened.NOTHING, write(300)), STOPPED + "more than 256 MB written at Dockerfile:")
                .permitted(() -> built(Loosened.NOTHING, write(20)), PASSED)
                .loosened(() -> built(Loosened.buildDisk(1024), write(300)), PASSED);
    }

    private static String write(int megabytes) {
        return "RUN head -c " + megabytes + "M /dev/zero > /tmp/big";
    }

    private HostileCase runFile() {
        List<String> asks = List.of(
                "privileged: true",
                "cap_add: [ALL]",
                "devices: [/dev/sda]",
                "security_opt: ['seccomp:unconfined']",
                "network_mode: host",
                "pid: host",
                "ipc: host",
                "userns_mode: host",
                "cgroup_parent: /",
                "volumes: ['/var/run/docker.sock:/var/run/docker.sock']",
                "volumes: ['../../..:/course']",
                "volumes: ['~/.ssh:/keys']",
                "ports: ['0.0.0.0:22:22']",
                "extra_hosts: ['broker:127.0.0.1']",
                "sysctls: {net.ipv4.ip_forward: 1}",
                "image: postgres",
                "env_file: /etc/environment",
                "environment: {KEY: $HOME}",
                "command: cat ${HOME}",
                "runtime: runc",
                "deploy: {resources: {}}",
                "tmpfs: ['/big:size=100m']");
        return HostileCase.of(8, "run.yml asks for rights, devices, folders and networks of the machine")
                .heldBy("an allow-list; what it lets through has no field for any of that")
                .attempt(() -> refused(asks, 64), "22 of 22 refused")
                .permitted(() -> refused(List.of("init: true", "tmpfs: ['/big:size=60m']"), 64), "0 of 2 refused")
                .loosened(() -> refused(asks, 256), "21 of 22 refused");
    }

    /** Each with a line to look at. */
    private static String refused(List<String> asks, int mostTmpfsMegabytes) {
        int refused = 0;
        for (String ask : asks) {
            Problems problems = new Problems();
            LoosenedRunFile.read(RUN_YML + "    " + ask + "\n", mostTmpfsMegabytes, problems);
            Problems usual = new Problems();
            var unused = RunFileReader.read("run.yml", RUN_YML + "    " + ask + "\n", Set.of("lab"), usual);
            boolean isTold = problems.sorted().stream()
                    .anyMatch(problem -> problem.place().line() == 4);
            refused += isTold ? 1 : 0;
            if (mostTmpfsMegabytes == 64 && !usual.sorted().equals(problems.sorted())) {
                throw new IllegalStateException("the usual limit is another one");
            }
        }
        return refused + " of " + asks.size() + " refused";
    }

    private HostileCase archive() {
        return HostileCase.of(14, "an archive that becomes a thousand times as large")
                .heldBy("ADD takes no archives; a watch over builds behind it: 256 MB")
                .attempt(
                        () -> built(Loosened.NOTHING, Map.of("data", bomb(300)), "ADD data /tmp/data"),
                        "works INVALID: ADD unpacks archives, and data beside it is one at Dockerfile:2:1")
                .permitted(() -> built(Loosened.NOTHING, Map.of("data", bomb(300)), "COPY data /tmp/data"), PASSED)
                .loosened(this::unpacked, "it was stopped: more than 256 MB written");
    }

    private static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed);
                var archive = new org.apache.commons.compress.archivers.tar.TarArchiveOutputStream(out)) {
            var entry = new org.apache.commons.compress.archivers.tar.TarArchiveEntry("big");
            entry.setSize((long) megabytes << 20);
            archive.putArchiveEntry(entry);
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                archive.write(nothing);
            }
            archive.closeArchiveEntry();
        }
        return packed.toByteArray();
    }

    /** Past the look for archives. */
    private String unpacked() throws Exception {
        try (Engine engine = Loosened.NOTHING.connect(System.getenv())) {
            return engine.build(Map.of("data", bomb(300)), FILE, dockerfile("ADD data /tmp/data")::labelled, "web");
        } catch (dev.lexlab.check.engine.BuildFailed e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Dockerfile dockerfile(String... instructions) throws Exception {
        String base = Images.tag(new ServiceReader(box.course()).read("python").folder());
        return DockerfileReader.read(
                FILE,
                "FROM lexlab/python\n" + String.join("\n", instructions) + "\n" + DONE,
                Map.of("python", base),
                new Problems());
    }

    private HostileCase dockerfile() {
        List<String> texts = List.of(
                "# syntax=evil/frontend\nFROM lexlab/python",
                "FROM lexlab/python\nRUN --mount=type=bind,source=/,target=/x ls",
                "FROM lexlab/python\nRUN --mount=type=secret,id=x cat /run/secrets/x",
                "FROM lexlab/python\nRUN --network=host ls",
                "FROM lexlab/python\nRUN --security=insecure ls",
                "FROM lexlab/python\nADD https://example.org/x /x",
                "FROM lexlab/python\nADD git@example.org:a/b /x",
                "FROM lexlab/python\nCOPY --from=alpine / /",
                "FROM lexlab/python\nRUN <<EOF\nls\nEOF",
                "FROM lexlab/python\nONBUILD RUN ls",
                "FROM lexlab/python\nVOLUME /x",
                "FROM lexlab/python\nLABEL lexlab.run=other",
                "FROM alpine",
                "FROM scratch",
                "FROM --platform=linux/s390x lexlab/python",
                "ARG BASE=alpine\nFROM $BASE",
                "FROM lexlab/ssh-client");
        return HostileCase.of(16, "a Dockerfile asks for other readers, mounts, networks, addresses and images")
                .heldBy("an allow-list, and exact images to begin with")
                .attempt(() -> refusedFiles(texts, Set.of("python")), "17 of 17 refused")
                .permitted(
                        () -> refusedFiles(
                                List.of("FROM lexlab/python AS a\nRUN ls\nFROM lexlab/python\nCOPY --from=a /tmp /tmp"),
                                Set.of("python")),
                        "0 of 1 refused")
                .loosened(() -> refusedFiles(texts, Set.of("python", "ssh-client")), "16 of 17 refused");
    }

    private static String refusedFiles(List<String> texts, Set<String> bases) {
        int refused = 0;
        for (String text : texts) {
            Map<String, String> exact = new TreeMap<>();
            bases.forEach(base -> exact.put(base, "lexlab/" + base + ":0123"));
            Problems problems = new Problems();
            var unused = DockerfileReader.read(FILE, text + "\n", exact, problems);
            refused += problems.sorted().stream()
                            .anyMatch(problem -> problem.place().line() > 0)
                    ? 1
                    : 0;
        }
        return refused + " of " + texts.size() + " refused";
    }

    private HostileCase cache() {
        return HostileCase.of(17, "a step that was built before is kept for whoever builds the same words")
                .heldBy("nothing that was built before counts; and each run's labels stand in front of its steps")
                .attempt(() -> twice(Loosened.NOTHING), "each has its own")
                .permitted(() -> built(Loosened.NOTHING, "RUN head -c 8 /dev/urandom > /tmp/n"), PASSED)
                .loosened(() -> twice(Loosened.buildCache()), "both have the same");
    }

    private String twice(Loosened loosened) throws Exception {
        try (Engine engine = loosened.connect(System.getenv())) {
            String first = build(engine);
            String second = build(engine);
            return first.equals(second) ? "both have the same" : "each has its own";
        }
    }

    private String build(Engine engine) throws Exception {
        return engine.images()
                .id(engine.build(Map.of(), FILE, dockerfile("RUN head -c 8 /dev/urandom > /tmp/n")::labelled, "web"));
    }
}
