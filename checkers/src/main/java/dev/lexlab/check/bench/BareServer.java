package dev.lexlab.check.bench;

import dev.lexlab.check.service.ServiceDefinition;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The same server image without anything of ours around it: by the engine's own command, and on purpose not through our one
 * door for containers, so that what that door costs is seen. The limits are those of {@code service.yml}.
 */
final class BareServer {
    private static final String DOCKER = "docker";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final String REMEDY = "./lexlab setup " + Surroundings.LAB;

    private final ColdProcess process;
    private final String image;
    private final ServiceDefinition service;

    BareServer(ColdProcess process, String image, ServiceDefinition service) {
        this.process = process;
        this.image = image;
        this.service = service;
    }

    /**
     * Refuses where it cannot be started at all.
     *
     * @throws CannotMeasure with what is missing
     */
    void require() throws CannotMeasure, IOException, InterruptedException {
        ColdProcess.Answer images = process.ask(List.of(DOCKER, "image", "ls", "--quiet", image));
        if (images.code() != 0) {
            throw new CannotMeasure("no container engine answers: " + ColdProcess.essence(images.said()), REMEDY);
        }
        if (images.said().isEmpty()) {
            throw new CannotMeasure("the image of the server is not built yet", REMEDY);
        }
    }

    /** Milliseconds from {@code docker run} to the first time that its {@code ready} command works. */
    double start() throws CannotMeasure, IOException, InterruptedException {
        String name = "lexlab-bench-" + HexFormat.of().formatHex(random());
        List<String> look = new ArrayList<>(List.of(DOCKER, "exec", name));
        look.addAll(service.ready());
        Thread whenInterrupted = new Thread(() -> killQuietly(name), "end of a bare server");
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        try {
            Clock clock = new Clock();
            double unused = process.run(run(image, name, service), REMEDY);
            long deadline = System.nanoTime() + PATIENCE;
            while (process.ask(look).code() != 0) {
                if (System.nanoTime() > deadline) {
                    throw new CannotMeasure("the bare server was not ready within a minute", "");
                }
            }
            return clock.milliseconds();
        } finally {
            kill(name);
            remove(whenInterrupted);
        }
    }

    static List<String> run(String image, String name, ServiceDefinition service) {
        List<String> command = new ArrayList<>(List.of(
                DOCKER,
                "run",
                "--detach",
                "--rm",
                "--name",
                name,
                "--read-only",
                "--cap-drop",
                "ALL",
                "--security-opt",
                "no-new-privileges"));
        ServiceDefinition.Limits limits = service.limits();
        command.addAll(List.of("--memory", limits.memoryMegabytes() + "m"));
        command.addAll(List.of("--pids-limit", Integer.toString(limits.processes())));
        command.addAll(List.of("--cpus", Integer.toString(limits.cpus())));
        for (Map.Entry<String, Integer> folder : new TreeMap<>(service.tmpfs()).entrySet()) {
            command.addAll(List.of("--tmpfs", folder.getKey() + ":size=" + folder.getValue() + "m,mode=1777"));
        }
        service.account().ifPresent(account -> command.addAll(List.of("--env", account.secret() + "=" + name)));
        command.add(image);
        return List.copyOf(command);
    }

    private void killQuietly(String name) {
        try {
            kill(name);
        } catch (CannotMeasure | IOException e) {
            // it was not there, or the engine is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(String name) throws CannotMeasure, IOException, InterruptedException {
        ColdProcess.Answer unused = process.ask(List.of(DOCKER, "kill", name));
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends; the hook does its work
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
