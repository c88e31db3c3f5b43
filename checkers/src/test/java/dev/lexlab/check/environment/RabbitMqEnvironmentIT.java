package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.RabbitMq.Delivery;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a real broker, which all of these share as checks do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitMqEnvironmentIT {
    private final TaskDefinition task = task();
    private Servers servers;
    private RabbitMqEnvironment environment;

    @BeforeAll
    void startTheBroker() {
        servers = Servers.inContainers(Course.around(Path.of("")).orElseThrow(), System.getenv(), step -> {});
        servers.warm(task);
    }

    @AfterAll
    void stopTheBroker() {
        servers.close();
    }

    @BeforeEach
    void lease() {
        environment = servers.rabbitMq(task).orElseThrow();
    }

    @AfterEach
    void giveBack() {
        environment.close();
    }

    @Test
    void eachCheckStartsFromWhatWasDeclaredWithoutItsMessages() throws Exception {
        RabbitMq prepared = environment.unprepared();
        declare();
        prepared.publish("events", "a.b", "left over");

        RabbitMq first = environment.fresh();
        assertThat(first.exchangeType("events")).contains("topic");
        assertThat(first.exchangeType("missing")).isEmpty();
        assertThat(first.queues()).containsExactly("all", "some");
        assertThat(first.drain("all")).isEmpty();

        first.publish("events", "a.b", "grüße");
        first.publish("events", "c", "two");
        assertThat(environment.same().drain("all"))
                .containsExactly(
                        new Delivery("all", "events", "a.b", "grüße"), new Delivery("all", "events", "c", "two"));
        assertThat(first.drain("some")).extracting(Delivery::body).containsExactly("grüße");

        assertThat(environment.fresh().drain("some")).isEmpty();
    }

    @Test
    void theLearnerIsAPlainUserOfOneVhost() throws Exception {
        environment.unprepared();
        String other;
        try (RabbitMqEnvironment beside = servers.rabbitMq(task).orElseThrow()) {
            beside.unprepared();
            other = String.valueOf(beside.variables().get("BROKER_VHOST"));
            assertThat(other).isNotEqualTo(environment.variables().get("BROKER_VHOST"));

            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> connect(other))
                    .withStackTraceContaining("access to vhost '" + other + "' refused");
        }
        assertThat(environment.ailment()).isEmpty();
    }

    @Test
    void publishingToNothingIsALearnersMatterAndTheChannelGoesOn() {
        RabbitMq broker = environment.fresh();

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> broker.publish("events", "a", "lost"))
                .satisfies(failure -> assertThat(
                                failure.feedback().seen().orElseThrow().value())
                        .contains("NOT_FOUND", "no exchange 'events'"));
        assertThat(broker.queues()).isEmpty();
        broker.publish("", "nobody", "an unroutable message is no fault");
    }

    @Test
    void nothingIsLeftOfAGrading() throws Exception {
        environment.unprepared();
        Map<String, String> variables = environment.variables();
        environment.close();

        assertThatExceptionOfType(AuthenticationFailureException.class).isThrownBy(() -> connect(variables));
    }

    private void declare() throws Exception {
        try (Connection connection = connect(environment.variables());
                Channel channel = connection.createChannel()) {
            channel.exchangeDeclare("events", BuiltinExchangeType.TOPIC, true);
            for (String queue : new String[] {"all", "some"}) {
                channel.queueDeclare(queue, true, false, false, Map.of());
            }
            channel.queueBind("all", "events", "#");
            channel.queueBind("some", "events", "a.*");
        }
    }

    private Connection connect(String vhost) throws Exception {
        Map<String, String> variables = environment.variables();
        return connect(Map.of(
                "BROKER_USER", variables.get("BROKER_USER"),
                "BROKER_PASSWORD", variables.get("BROKER_PASSWORD"),
                "BROKER_VHOST", vhost));
    }

    /** From outside, where tests are, the broker has another port. */
    private Connection connect(Map<String, String> variables) throws Exception {
        RabbitMqServer server = RabbitMqServer.connect(servers.shared("rabbitmq"));
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(URI.create(server.managementUrl()).getHost());
        factory.setPort(server.amqpPort());
        factory.setUsername(variables.get("BROKER_USER"));
        factory.setPassword(variables.get("BROKER_PASSWORD"));
        factory.setVirtualHost(variables.get("BROKER_VHOST"));
        return factory.newConnection();
    }

    private static TaskDefinition task() {
        return new LabReader(Course.around(Path.of("")).orElseThrow(), new Problems())
                .readAll().stream()
                        .filter(lab -> lab.id().equals("rabbitmq"))
                        .findFirst()
                        .flatMap(lab -> lab.task("topics"))
                        .orElseThrow();
    }
}
