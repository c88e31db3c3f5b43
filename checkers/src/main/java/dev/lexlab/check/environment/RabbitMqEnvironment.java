package dev.lexlab.check.environment;

import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Stuck;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One user and two vhosts on a broker that others may use, too: what was prepared, and the copy a check works in. */
final class RabbitMqEnvironment implements Part<RabbitMq> {
    private final String name;
    private final Supplier<RabbitMqServer> servers;
    private final Activity activity = new Activity();
    private final String password = password();
    private volatile @Nullable Lease lease;
    private byte @Nullable [] prepared;
    private volatile @Nullable LearnerVhost present;

    /**
     * Asks for the broker only when a vhost is wanted.
     *
     * @param name what others on the task's networks call it
     */
    RabbitMqEnvironment(String name, Supplier<RabbitMqServer> servers) {
        this.name = name;
        this.servers = servers;
    }

    @Override
    public RabbitMq unprepared() {
        Lease here = lease();
        if (present != null) { // beside something that cannot be copied, so that it is prepared for every check
            leave();
            here.server.dropVhost(here.template);
            prepared = null;
        }
        here.server.addVhost(here.template, here.user);
        return enter(here, here.template);
    }

    @Override
    public RabbitMq fresh() {
        Lease here = lease();
        if (prepared == null) {
            if (present == null) {
                unprepared();
            }
            prepared = here.server.definitions(here.template);
        }
        leave();
        here.server.dropVhost(here.copy);
        here.server.addVhost(here.copy, here.user);
        here.server.define(here.copy, prepared);
        return enter(here, here.copy);
    }

    @Override
    public RabbitMq same() {
        LearnerVhost latest = present;
        return latest == null ? fresh() : latest;
    }

    @Override
    public Stuck cutOff() {
        String awaited = activity.now();
        leave();
        return new Stuck(awaited, "the broker had not answered");
    }

    @Override
    public Optional<Ailment> ailment() {
        Lease here = lease;
        return here == null ? Optional.empty() : here.server.ailment();
    }

    /** The address as one text, as client libraries take it, and in parts, for those that do not. */
    @Override
    public Map<String, String> variables() {
        Lease here = lease();
        return Map.of(
                "AMQP_URL",
                address(here).url(),
                "BROKER_HOST",
                name,
                "BROKER_USER",
                here.user,
                "BROKER_PASSWORD",
                password,
                "BROKER_VHOST",
                vhost(here));
    }

    @Override
    public List<Address> addresses() {
        Lease here = lease();
        String amqp = "amqp://" + here.user + ":" + password + "@" + RabbitMqServer.HOST + ":" + here.server.amqpPort()
                + "/" + vhost(here);
        return List.of(
                new Address("RabbitMQ", amqp),
                new Address(
                        "management",
                        here.server.managementUrl() + " (user " + here.user + ", password " + password + ")"));
    }

    private AmqpAddress address(Lease here) {
        return new AmqpAddress(name, AmqpAddress.PORT, here.user, password, vhost(here));
    }

    private String vhost(Lease here) {
        return prepared == null ? here.template : here.copy;
    }

    private RabbitMq enter(Lease here, String vhost) {
        LearnerVhost entered = new LearnerVhost(
                here.server,
                new AmqpAddress(name, AmqpAddress.PORT, here.user, password, vhost),
                new AmqpAddress(RabbitMqServer.HOST, here.server.amqpPort(), here.user, password, vhost),
                activity);
        present = entered;
        return entered;
    }

    private void leave() {
        LearnerVhost latest = present;
        if (latest != null) {
            latest.close();
        }
    }

    private Lease lease() {
        Lease here = lease;
        if (here != null) {
            return here;
        }
        RabbitMqServer server = servers.get();
        Lease taken = Lease.of(server, server.lease());
        drop(taken); // a grading that was cut off may have left them
        server.addUser(taken.user, password);
        lease = taken;
        return taken;
    }

    private static void drop(Lease here) {
        here.server.dropVhost(here.copy);
        here.server.dropVhost(here.template);
        here.server.dropUser(here.user);
    }

    @Override
    public void close() {
        Lease here = lease;
        if (here == null) {
            return;
        }
        leave();
        try {
            drop(here);
        } catch (ServerGone e) {
            // then everything in it is gone as well
        }
        here.server.release(here.number);
        lease = null;
    }

    private static String password() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Names show in messages of the broker; the first lease, nearly always the only one, has plain ones. */
    private record Lease(RabbitMqServer server, int number, String user, String template, String copy) {
        static Lease of(RabbitMqServer server, int number) {
            String suffix = number == 0 ? "" : "-" + number;
            return new Lease(server, number, "learner" + suffix, "prepared" + suffix, "lab" + suffix);
        }
    }
}
