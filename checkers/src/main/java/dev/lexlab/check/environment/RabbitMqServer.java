package dev.lexlab.check.environment;

import dev.lexlab.check.engine.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;

/**
 * The administrator's side of a running broker, over its management interface: makes and drops vhosts and users, and tells
 * what is declared. Messages are none of its business: they are counted by consuming them.
 */
final class RabbitMqServer {
    static final String HOST = "127.0.0.1";

    private static final int CONNECT_MILLISECONDS = 3_000;
    private static final int ANSWER_MILLISECONDS = 20_000;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAULT = 400;

    private final String management;
    private final String authorization;
    private final int amqpPort;
    private final RunningServer server;
    private final BitSet leases = new BitSet();

    private RabbitMqServer(String management, String authorization, int amqpPort, RunningServer server) {
        this.management = management;
        this.authorization = authorization;
        this.amqpPort = amqpPort;
        this.server = server;
    }

    static RabbitMqServer connect(RunningServer server) {
        String user = server.service()
                .account()
                .orElseThrow(() -> new CannotGrade(
                        "image '" + server.service().name() + "' has no account for the grader",
                        "add 'account:' to its service.yml"))
                .user();
        String credentials = user + ":" + server.password();
        return new RabbitMqServer(
                "http://" + server.host() + ":" + server.port("management") + "/api/",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)),
                server.port(Servers.AMQP),
                server);
    }

    int amqpPort() {
        return amqpPort;
    }

    String managementUrl() {
        return management.substring(0, management.length() - "api/".length());
    }

    /** The lowest free number, so that names, which show in messages, are the same in every run. */
    synchronized int lease() {
        int number = leases.nextClearBit(0);
        leases.set(number);
        return number;
    }

    synchronized void release(int lease) {
        leases.clear(lease);
    }

    void addUser(String user, String password) {
        send("PUT", "users/" + part(user), "{\"password\":\"" + password + "\",\"tags\":\"management\"}");
    }

    void dropUser(String user) {
        send("DELETE", "users/" + part(user), "");
    }

    /** An empty vhost in which this user may do everything. */
    void addVhost(String vhost, String user) {
        send("PUT", "vhosts/" + part(vhost), "{}");
        send(
                "PUT",
                "permissions/" + part(vhost) + "/" + part(user),
                "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}");
    }

    /** Also ends every connection to it. */
    void dropVhost(String vhost) {
        send("DELETE", "vhosts/" + part(vhost), "");
    }

    /** Exchanges, queues and bindings of a vhost, in the broker's own form. */
    byte[] definitions(String vhost) {
        return send("GET", "definitions/" + part(vhost), "");
    }

    void define(String vhost, byte[] definitions) {
        send("POST", "definitions/" + part(vhost), new String(definitions, StandardCharsets.UTF_8));
    }

    /** The answer to a question about what is declared; null in JSON where there is no such thing. */
    Object ask(String path) {
        byte[] answer = send("GET", path, "");
        return JsonTree.read(answer.length == 0 ? "null".getBytes(StandardCharsets.UTF_8) : answer);
    }

    boolean answers() {
        try {
            return send("GET", "whoami", "").length > 0;
        } catch (ServerGone e) {
            return false;
        }
    }

    /** What is wrong with it; empty where it answers, and takes messages: with an alarm it does not. */
    Optional<Ailment> ailment() {
        if (!answers()) {
            return Optional.of(Ailment.of(server));
        }
        try {
            byte[] unused = send("GET", "health/checks/alarms", "");
            return Optional.empty();
        } catch (ServerGone e) {
            return Optional.of(new Ailment(
                    "the broker takes no messages: an alarm of its disk or its memory is on",
                    Ailment.AGAIN + "; where the alarm is back, something in your work sends without end"));
        }
    }

    /** A name as a part of a path. */
    static String part(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Empty where there is no such thing: whoever drops or asks wants no more. */
    private byte[] send(String method, String path, String body) {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(management + path).toURL().openConnection(Proxy.NO_PROXY);
            request.setRequestMethod(method);
            request.setConnectTimeout(CONNECT_MILLISECONDS);
            request.setReadTimeout(ANSWER_MILLISECONDS);
            request.setRequestProperty("Authorization", authorization);
            if (!body.isEmpty()) {
                request.setRequestProperty("Content-Type", "application/json");
                request.setDoOutput(true);
                try (OutputStream out = request.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            return answer(request, method + " " + path);
        } catch (IOException e) {
            throw new ServerGone("the broker went away or failed: " + e.getMessage(), e);
        }
    }

    private static byte[] answer(HttpURLConnection request, String what) throws IOException {
        int status = request.getResponseCode();
        if (status == NOT_FOUND && !request.getRequestMethod().equals("PUT")) {
            return new byte[0];
        }
        if (status >= FIRST_FAULT) {
            String words = request.getErrorStream() == null
                    ? ""
                    : new String(request.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new IOException("it answered " + status + " to " + what + ": " + words.strip());
        }
        try (var in = request.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
