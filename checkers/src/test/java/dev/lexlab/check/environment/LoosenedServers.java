package dev.lexlab.check.environment;

import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Session;
import dev.lexlab.check.engine.ExecResult;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Servers and machines that are held less than they are to be. */
public final class LoosenedServers {

    private LoosenedServers() {}

    public static Servers of(Course course, Map<String, String> environment, Loosened loosened) {
        Trace trace = step -> {};
        return new Servers(new EngineStarter(course, environment, true, trace, loosened::connect), trace);
    }

    /**
     * Says statements one after the other as the learner.
     *
     * @param rights that the learner's role is given before, which it has not by itself
     * @return for each of them {@code accepted}, or the code of the error and its words
     */
    public static List<String> say(Servers servers, TaskDefinition task, List<String> rights, List<String> statements)
            throws Exception {
        PostgresEnvironment environment = servers.postgres(task).orElseThrow();
        try {
            Session learner = environment.unprepared().session();
            String role = String.valueOf(
                    learner.query("SELECT current_user::text AS me").get(0).get("me"));
            for (String right : rights) {
                ExecResult given = servers.shared("postgres")
                        .exec(
                                Duration.ofSeconds(30),
                                "sh",
                                "-c",
                                "psql -qAtX -h 127.0.0.1 -U grader -d postgres -c 'GRANT " + right + " TO " + role
                                        + "'");
                if (!given.succeeded()) {
                    throw new IllegalStateException(given.err().value());
                }
            }
            return statements.stream()
                    .map(statement -> learner.attempt(statement))
                    .map(outcome -> outcome.accepted() ? "accepted" : outcome.sqlState() + " " + outcome.inWords())
                    .toList();
        } finally {
            environment.close();
        }
    }

    /**
     * Sends messages to one queue, as the learner.
     *
     * @param most bytes that a queue may hold; empty is the usual
     * @return how many are there afterwards
     */
    public static String kept(Servers servers, TaskDefinition task, int messages, int bytes, OptionalInt most)
            throws Exception {
        RabbitMqEnvironment environment = servers.rabbitMq(task).orElseThrow();
        try {
            RabbitMq broker = environment.unprepared();
            String vhost = broker.url().substring(broker.url().lastIndexOf('/') + 1);
            if (most.isPresent()) {
                ExecResult allowed = servers.shared("rabbitmq")
                        .exec(
                                Duration.ofSeconds(30),
                                "sh",
                                "-c",
                                "curl -sSf -u grader:$RABBITMQ_PASSWORD -X PUT -H 'Content-Type: application/json' -d"
                                        + " '{\"pattern\": \".*\", \"definition\": {\"max-length-bytes\": "
                                        + most.getAsInt() + "}}' http://127.0.0.1:15672/api/operator-policies/" + vhost
                                        + "/lexlab");
                if (!allowed.succeeded()) {
                    throw new IllegalStateException(allowed.err().value());
                }
            }
            RabbitMqServer.connect(servers.shared("rabbitmq")).define(vhost, """
                            {"queues": [{"name": "flood", "durable": true, "auto_delete": false, "arguments": {}}]}
                            """.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < messages; i++) {
                broker.publish("", "flood", "x".repeat(bytes));
            }
            return "kept " + broker.drain("flood").size() + " of " + messages
                    + environment.ailment().map(alarm -> ", " + alarm.what()).orElse("");
        } finally {
            environment.close();
        }
    }
}
