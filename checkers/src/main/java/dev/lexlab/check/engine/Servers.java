package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.testcontainers.containers.ContainerLaunchException;

/** Starts servers and says when they are ready: when their clients' own operation works. */
final class Servers {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration ONE_LOOK = Duration.ofSeconds(5);
    private static final int PASSWORD_BYTES = 24;
    private static final String SETUP = "./lexlab setup";

    private final DockerClient client;
    private final Labels labels;

    Servers(DockerClient client, Labels labels) {
        this.client = client;
        this.labels = labels;
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
        ServerContainer container = container(service, network);
        service.account().ifPresent(account -> container.addEnv(account.secret(), password));
        Optional<ServerFailed> noNetwork = networkMade.join();
        if (noNetwork.isPresent()) {
            throw noNetwork.get();
        }
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            container.stop();
            throw new ServerFailed(
                    "server '" + service.name() + "' could not be started: " + firstCause(e), "./lexlab doctor");
        }
        RunningServer server = new RunningServer(client, service, container, password);
        try {
            awaitReady(server);
            return server;
        } catch (ServerFailed | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private ServerContainer container(ServiceDefinition service, String network) throws ServerFailed {
        String tag = Images.tag(service.folder());
        try {
            ContainerConfig program = client.inspectImageCmd(tag).exec().getConfig();
            return new ServerContainer(client, service, tag, program, network, labels.of("server"));
        } catch (NotFoundException e) {
            throw new ServerFailed("the image of server '" + service.name() + "' is not built yet", SETUP);
        }
    }

    private static void awaitReady(RunningServer server) throws ServerFailed, InterruptedException {
        ServiceDefinition service = server.service();
        String[] ready = service.ready().toArray(String[]::new);
        long deadline = System.nanoTime() + service.patience().toNanos();
        ExecResult last;
        do {
            last = look(server, ready);
            if (last.succeeded()) {
                return;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } while (System.nanoTime() < deadline);
        throw new ServerFailed(
                "server '" + service.name() + "' was not ready within "
                        + service.patience().toSeconds() + " s: '" + String.join(" ", service.ready())
                        + "' last said: " + lastLine(last.err()) + tail(server),
                "try again; where it happens twice, ./lexlab doctor");
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
        String log = Sink.TERMINAL.encode(server.logTail()).strip();
        return log.isEmpty()
                ? "; its log is empty"
                : "; the end of its log:\n" + log.indent(2).stripTrailing();
    }

    static String lastLine(Untrusted text) {
        String lines = Sink.TERMINAL.encode(text).strip();
        return lines.isEmpty() ? "(nothing)" : lines.substring(lines.lastIndexOf('\n') + 1);
    }

    private static String firstCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
