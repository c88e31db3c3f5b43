package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.testcontainers.containers.ContainerLaunchException;

/** Starts servers and says when they are ready: when their clients' own operation works. */
final class Servers {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int SHARE_OF_LOOKS = 8;
    private static final Duration ONE_LOOK = Duration.ofSeconds(5);
    private static final int PASSWORD_BYTES = 24;
    private static final String SETUP = "./lexlab setup";

    /** The clock inside: what outlives everybody who could sweep it ends by itself after a long working day. */
    private static final String LIFE_SECONDS =
            Long.toString(Duration.ofHours(12).toSeconds());

    private static final List<String> CLOCK = List.of("timeout", "--kill-after=5", LIFE_SECONDS);

    /**
     * As the first process it inherits orphans; a shell that waits also buries them. A learner's program may end every
     * process of its account but the first: then the shell sleeps on, and the machine stays.
     */
    private static final String SLEEPER = """
            end=$(($(date +%%s) + %s))
            while now=$(date +%%s) || now=$((end - 60)); [ "$now" -lt "$end" ]; do
                sleep $((end - now)) & wait $!
            done
            """.formatted(LIFE_SECONDS);

    private static final Pattern WRAPPED =
            Pattern.compile("Status \\d+: (?:\\{\"message\":\"(?=.*\"}$))?(.*?)(?:\"})?", Pattern.DOTALL);

    private final DockerClient client;
    private final URI engine;
    private final Labels labels;
    private final SelfTest selfTest;
    private final Hardening hardening;

    Servers(DockerClient client, URI engine, Labels labels, SelfTest selfTest, Hardening hardening) {
        this.client = client;
        this.engine = engine;
        this.labels = labels;
        this.selfTest = selfTest;
        this.hardening = hardening;
    }

    /**
     * Starts a server.
     *
     * @param network its name
     * @param networkMade ends when the network is there, or with why it is not
     */
    RunningServer start(
            ServiceDefinition service, String network, CompletableFuture<Optional<ServerFailed>> networkMade)
            throws ServerFailed, InterruptedException {
        String password = newPassword();
        String learnerPassword = newPassword();
        HardenedContainer container = container(service, network, secrets(service, password, learnerPassword));
        Optional<ServerFailed> noNetwork = networkMade.join();
        if (noNetwork.isPresent()) {
            throw noNetwork.get();
        }
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            container.stop();
            throw new ServerFailed("server '" + service.name() + "' could not be started: " + why(e), Remedies.DOCTOR);
        }
        RunningServer server = new RunningServer(
                service,
                container,
                new RunningContainer(client, engine, container.getContainerId(), "server '" + service.name() + "'"),
                password,
                learnerPassword);
        try {
            awaitReady(server);
            selfTest.require(server.container(), service.limits(), tmpfs(service, Set.of()));
            return server;
        } catch (ServerFailed | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Starts what commands are run in: nothing happens in it by itself.
     *
     * @param name what others on its network call it
     * @param mayRunFrom folders of its {@code tmpfs} that programs may be started from
     */
    RunningContainer machine(ServiceDefinition image, String name, String network, Set<String> mayRunFrom)
            throws ServerFailed {
        return looked(machinePlan(image, name, network, mayRunFrom), "machine");
    }

    /**
     * Starts a program of ours that is told by commands what to do, and returns at once.
     *
     * @param kind what it is called in messages, before its name
     * @param arguments behind the image's entrypoint
     */
    RunningContainer program(ServiceDefinition image, String kind, String name, String network, List<String> arguments)
            throws ServerFailed {
        List<String> command = new ArrayList<>(CLOCK);
        command.addAll(words(image(image).getConfig().getEntrypoint()));
        command.addAll(arguments);
        return looked(
                ContainerPlan.of(
                        Images.tag(image.folder()),
                        name,
                        command,
                        image.limits(),
                        tmpfs(image, Set.of()),
                        network,
                        labels.of(kind)),
                kind);
    }

    /** Started, and seen to be held to what is asked. */
    private RunningContainer looked(ContainerPlan plan, String kind) throws ServerFailed {
        RunningContainer machine = start(plan, kind);
        try {
            selfTest.require(machine, plan.limits(), plan.tmpfs());
            return machine;
        } catch (ServerFailed e) {
            machine.close();
            throw e;
        } catch (InterruptedException e) {
            machine.close();
            Thread.currentThread().interrupt();
            throw new ServerFailed("the look at " + machine.name() + " was interrupted", "check again");
        }
    }

    /** What is in force in a machine of an image that is started for this alone. */
    List<Control> controls(ServiceDefinition image, String network) throws ServerFailed, InterruptedException {
        ContainerPlan plan = machinePlan(image, "self-test", network, Set.of());
        try (RunningContainer container = start(plan)) {
            return SelfTest.look(container, plan.limits(), plan.tmpfs());
        }
    }

    private ContainerPlan machinePlan(ServiceDefinition image, String name, String network, Set<String> mayRunFrom)
            throws ServerFailed {
        image(image);
        return ContainerPlan.of(
                Images.tag(image.folder()),
                name,
                List.of("sh", "-c", SLEEPER),
                image.limits(),
                tmpfs(image, mayRunFrom),
                network,
                labels.of("machine"));
    }

    /** Starts a container and returns at once. */
    RunningContainer start(ContainerPlan plan) throws ServerFailed {
        return start(plan, "machine");
    }

    private RunningContainer start(ContainerPlan plan, String kind) throws ServerFailed {
        HardenedContainer container = new HardenedContainer(client, plan, hardening);
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            container.stop();
            throw new ServerFailed("'" + plan.name() + "' could not be started: " + why(e), Remedies.DOCTOR);
        }
        return new RunningContainer(client, engine, container.getContainerId(), kind + " '" + plan.name() + "'");
    }

    private static Map<String, String> secrets(ServiceDefinition service, String password, String learnerPassword) {
        Map<String, String> secrets = new HashMap<>();
        service.account().ifPresent(account -> secrets.put(account.secret(), password));
        service.learner().ifPresent(learner -> secrets.put(learner.secret(), learnerPassword));
        return secrets;
    }

    private HardenedContainer container(ServiceDefinition service, String network, Map<String, String> variables)
            throws ServerFailed {
        ContainerConfig program = image(service).getConfig();
        List<String> command = new ArrayList<>(List.of("sh", "-c", Keeper.KEEP, "keeper"));
        command.addAll(CLOCK);
        command.addAll(words(program.getEntrypoint()));
        command.addAll(words(program.getCmd()));
        return new HardenedContainer(
                client,
                ContainerPlan.of(
                                Images.tag(service.folder()),
                                service.name(),
                                command,
                                service.limits(),
                                tmpfs(service, Set.of()),
                                network,
                                labels.of("server"))
                        .with(variables, List.copyOf(service.ports().values())),
                hardening);
    }

    private InspectImageResponse image(ServiceDefinition image) throws ServerFailed {
        try {
            return client.inspectImageCmd(Images.tag(image.folder())).exec();
        } catch (NotFoundException e) {
            throw new ServerFailed("the image of '" + image.name() + "' is not built yet", SETUP);
        }
    }

    private static Map<String, ContainerPlan.Tmpfs> tmpfs(ServiceDefinition image, Set<String> mayRunFrom) {
        return image.tmpfs().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        folder -> new ContainerPlan.Tmpfs(folder.getValue(), mayRunFrom.contains(folder.getKey()))));
    }

    private static List<String> words(String[] command) {
        return command == null ? List.of() : List.of(command);
    }

    static void awaitReady(RunningServer server) throws ServerFailed, InterruptedException {
        ServiceDefinition service = server.service();
        String[] ready = service.ready().toArray(String[]::new);
        long began = System.nanoTime();
        long deadline = began + service.patience().toNanos();
        ExecResult last;
        do {
            last = look(server, ready);
            if (last.succeeded()) {
                return;
            }
            Thread.sleep(pause(System.nanoTime() - began));
        } while (System.nanoTime() < deadline);
        throw new ServerFailed(
                "server '" + service.name() + "' was not ready within "
                        + service.patience().toSeconds() + " s: '" + String.join(" ", service.ready())
                        + "' last said: " + lastLine(last.err()) + tail(server),
                "try again; where it happens twice, ./lexlab doctor");
    }

    /** A look costs the machine as much as a small program: a server that takes its time needs it more than we do. */
    private static long pause(long waited) {
        return Math.max(BETWEEN_LOOKS.toMillis(), Duration.ofNanos(waited).toMillis() / SHARE_OF_LOOKS);
    }

    private static ExecResult look(RunningServer server, String... ready) throws ServerFailed, InterruptedException {
        try {
            return server.exec(ONE_LOOK, ready);
        } catch (ServerFailed e) {
            String name = server.service().name();
            throw new ServerFailed(
                    "server '" + name + "' did not get ready: " + server.death().orElse("the engine refused a command")
                            + tail(server),
                    e.remedy());
        }
    }

    private static String tail(RunningServer server) {
        String log = Sink.TERMINAL.encode(server.container().logTail()).strip();
        return log.isEmpty()
                ? "; its log is empty"
                : "; the end of its log:\n" + log.indent(2).stripTrailing();
    }

    static String lastLine(Untrusted text) {
        String lines = Sink.TERMINAL.encode(text).strip();
        return lines.isEmpty() ? "(nothing)" : lines.substring(lines.lastIndexOf('\n') + 1);
    }

    /** What the engine said, or the line to it, without what is wrapped around it on its way to us. */
    private static String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof DockerException)) {
            cause = cause.getCause();
        }
        String words = String.valueOf(cause.getMessage());
        Matcher wrapped = WRAPPED.matcher(words.strip());
        return wrapped.matches() ? wrapped.group(1).replace("\\\"", "\"") : words;
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
