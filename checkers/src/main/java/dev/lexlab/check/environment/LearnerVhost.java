package dev.lexlab.check.environment;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.RabbitMq;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One vhost, as another client with the learner's account sees it. */
final class LearnerVhost implements RabbitMq, AutoCloseable {
    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int RECEIPT_MILLISECONDS = 20_000;
    private static final int CLOSE_MILLISECONDS = 2_000;
    private static final int FIRST_FAULT_OF_OURS = 500;
    private static final int FORCED = 320;

    private final RabbitMqServer server;
    private final AmqpAddress inside;
    private final AmqpAddress outside;
    private final Activity activity;
    private @Nullable Connection connection;
    private @Nullable Channel channel;

    /**
     * Connects when it is first used.
     *
     * @param inside as programs on the task's networks reach it
     * @param outside as we do
     */
    LearnerVhost(RabbitMqServer server, AmqpAddress inside, AmqpAddress outside, Activity activity) {
        this.server = server;
        this.inside = inside;
        this.outside = outside;
        this.activity = activity;
    }

    @Override
    public String url() {
        return inside.url();
    }

    @Override
    public Optional<String> exchangeType(String exchange) {
        Object found =
                server.ask("exchanges/" + RabbitMqServer.part(inside.vhost()) + "/" + RabbitMqServer.part(exchange));
        return found instanceof java.util.Map<?, ?> object
                ? Optional.of(String.valueOf(object.get("type")))
                : Optional.empty();
    }

    @Override
    public List<String> queues() {
        Object all = server.ask("queues/" + RabbitMqServer.part(inside.vhost()) + "?disable_stats=true&columns=name");
        return JsonTree.objects(all).stream()
                .map(queue -> String.valueOf(queue.get("name")))
                .sorted()
                .toList();
    }

    @Override
    public void publish(String exchange, String routingKey, String body) {
        String what = "a message with key '" + routingKey + "' to exchange '" + exchange + "'";
        use("the broker's receipt for " + what, open -> {
            open.confirmSelect();
            open.basicPublish(
                    exchange,
                    routingKey,
                    new AMQP.BasicProperties.Builder().contentType("text/plain").build(),
                    body.getBytes(StandardCharsets.UTF_8));
            if (!open.waitForConfirms(RECEIPT_MILLISECONDS)) {
                throw new ServerGone("the broker refused " + what, new IOException("nack"));
            }
            return Optional.empty();
        });
    }

    @Override
    public List<Delivery> drain(String queue) {
        return use("the messages of queue '" + queue + "'", open -> {
            List<Delivery> taken = new ArrayList<>();
            for (GetResponse next = open.basicGet(queue, true); next != null; next = open.basicGet(queue, true)) {
                taken.add(new Delivery(
                        queue,
                        next.getEnvelope().getExchange(),
                        next.getEnvelope().getRoutingKey(),
                        new String(next.getBody(), StandardCharsets.UTF_8)));
            }
            return List.copyOf(taken);
        });
    }

    /** What the broker refuses closes the channel, and says something about what the learner declared. */
    private <T> T use(String awaited, Work<T> work) {
        activity.awaits(awaited);
        try {
            return work.with(channel());
        } catch (IOException | ShutdownSignalException | TimeoutException e) {
            throw refusal(awaited, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerGone("the broker's answer was not waited for", e);
        } finally {
            activity.awaitsNothing();
        }
    }

    private RuntimeException asError(Exception e) {
        return new ServerGone("the broker went away or failed: " + e.getMessage(), e);
    }

    private Failure refusal(String awaited, Exception e) {
        Optional<AMQP.Channel.Close> close = close(e);
        if (close.isEmpty()
                || close.get().getReplyCode() >= FIRST_FAULT_OF_OURS
                || close.get().getReplyCode() == FORCED) {
            throw asError(e);
        }
        return Failure.of("the broker refuses another client of the same vhost")
                .expected(awaited)
                .seen(close.get().getReplyText())
                .next("declare it so that every client of the vhost can use it")
                .reproduce("rabbitmqadmin list exchanges");
    }

    private static Optional<AMQP.Channel.Close> close(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ShutdownSignalException shutdown
                    && shutdown.getReason() instanceof AMQP.Channel.Close close) {
                return Optional.of(close);
            }
        }
        return Optional.empty();
    }

    private synchronized Channel channel() throws IOException, TimeoutException {
        Channel open = channel;
        if (open == null || !open.isOpen()) {
            open = connection().createChannel();
            channel = open;
        }
        return open;
    }

    private Connection connection() throws IOException, TimeoutException {
        Connection open = connection;
        if (open == null || !open.isOpen()) {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setHost(outside.host());
            factory.setPort(outside.port());
            factory.setUsername(outside.user());
            factory.setPassword(outside.password());
            factory.setVirtualHost(outside.vhost());
            factory.setConnectionTimeout(CONNECT_MILLISECONDS);
            factory.setAutomaticRecoveryEnabled(false);
            open = factory.newConnection("lexlab grader");
            connection = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        if (open != null) {
            try {
                open.close(CLOSE_MILLISECONDS);
            } catch (IOException | AlreadyClosedException e) {
                // the broker closed it first
            }
        }
    }

    private interface Work<T> {
        T with(Channel channel) throws IOException, TimeoutException, InterruptedException;
    }
}
