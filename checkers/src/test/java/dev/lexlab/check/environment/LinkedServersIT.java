package dev.lexlab.check.environment;

import static dev.lexlab.check.environment.LinksCourse.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.environment.Environment.State;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clients of the servers that our labs have, on lines that break: what they were promised, and what is really there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedServersIT {
    private static final Course COURSE = Course.around(Path.of("")).orElseThrow();
    private static final List<String> LAB = List.of("lab");
    private static final Wanted CLIENT = new Wanted(Machine.class, "client");
    private static final Wanted WIRE = new Wanted(Link.class, "wire");
    private static final Wanted DB = new Wanted(Postgres.class, "");
    private static final Wanted BROKER = new Wanted(RabbitMq.class, "");
    private static final Wanted SERVER = new Wanted(Service.class, "server");

    /** Says which of the words it reads the broker has confirmed. */
    private static final String PUBLISHER = """
            import os, pika
            os.mkfifo("/tmp/in")
            channel = pika.BlockingConnection(pika.URLParameters(os.environ["AMQP_URL"])).channel()
            channel.queue_declare("parcels", durable=True)
            channel.confirm_delivery()
            print("ready", flush=True)
            while True:
                for word in open("/tmp/in"):
                    try:
                        channel.basic_publish("", "parcels", word.strip().encode())
                    except pika.exceptions.AMQPError:
                        print("unconfirmed", word, flush=True)
                        os._exit(0)
                    print("confirmed", word, flush=True)
            """;

    private static final String PSQL =
            "mkfifo /tmp/in && (exec sleep 600 >/tmp/in) & until [ -p /tmp/in ]; do sleep 0.01; done;"
                    + " exec psql -qAtX </tmp/in";

    private final Servers servers = Servers.inContainers(COURSE, System.getenv(), step -> {});
    private Path work = Path.of("");
    private @Nullable Environment open;

    @BeforeAll
    void aSubmission(@TempDir Path folder) throws IOException {
        work = folder;
        Files.writeString(folder.resolve(TestLab.FILE), "");
    }

    @AfterEach
    void leave() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @Test
    void aTransactionThatWaitsInABlackHoleIsNotThereAndIsThereAfterwards() {
        Map<Wanted, Object> here = database();
        Program psql = insert(here);

        wire(here).blackHole();
        type(here, "COMMIT; SELECT 'stored';");
        eventually(wire(here)::traffic, traffic -> traffic.waitingForServer() > 0);
        assertThat(rows(here)).isEqualTo("0");

        wire(here).mend();
        eventually(psql::said, said -> said.contains("stored"));
        assertThat(rows(here)).isEqualTo("1");
    }

    @Test
    void aTransactionThatIsCutOffIsTakenBack() {
        Map<Wanted, Object> here = database();
        Program psql = insert(here);

        wire(here).cut();
        type(here, "COMMIT;");

        eventually(psql::isRunning, isRunning -> !isRunning);
        assertThat(psql.said()).contains("connection to server was lost");
        eventually(
                () -> only(here, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'psql'"),
                count -> count.equals("0"));
        assertThat(rows(here)).isEqualTo("0");
    }

    private Map<Wanted, Object> database() {
        return provide("postgres", Lease.SHARED, "postgres", Kind.HELPER, DB, CLIENT, WIRE);
    }

    private static Program insert(Map<Wanted, Object> here) {
        Program psql = client(here).start(Command.of("sh", "-c", PSQL));
        type(here, "CREATE TABLE parcels (id int); BEGIN; INSERT INTO parcels VALUES (1); SELECT 'inserted';");
        eventually(psql::said, said -> said.contains("inserted"));
        return psql;
    }

    private static void type(Map<Wanted, Object> here, String line) {
        assertThat(client(here)
                        .run("sh", "-c", "until [ -p /tmp/in ]; do sleep 0.01; done; echo \"$0\" > /tmp/in", line)
                        .inWords())
                .isEqualTo("exit code 0");
    }

    /** The check's own way to the server does not go through the link. */
    private static String rows(Map<Wanted, Object> here) {
        return only(here, "SELECT count(*) FROM parcels");
    }

    private static String only(Map<Wanted, Object> here, String query) {
        return ((Postgres) thing(here, DB))
                .session()
                .query(query)
                .get(0)
                .values()
                .toString()
                .replaceAll("[\\[\\]]", "");
    }

    @Test
    void whatTheBrokerDidNotGetItDoesNotConfirm() {
        Map<Wanted, Object> here = provide("rabbitmq", Lease.SHARED, "amqp-client", Kind.SANDBOX, BROKER, CLIENT, WIRE);
        RabbitMq broker = (RabbitMq) thing(here, BROKER);
        client(here).write("/tmp/publisher.py", PUBLISHER);
        Program publisher = client(here).start(Command.of("python3", "/tmp/publisher.py"));
        eventually(publisher::said, said -> said.contains("ready"));

        type(here, "one");
        eventually(publisher::said, said -> said.contains("confirmed one"));
        assertThat(broker.drain("parcels")).extracting(RabbitMq.Delivery::body).containsExactly("one");

        wire(here).blackHole();
        type(here, "two");
        eventually(wire(here)::traffic, traffic -> traffic.waitingForServer() > 0);
        assertThat(broker.drain("parcels")).isEmpty();
        assertThat(publisher.said()).doesNotContain("two");

        wire(here).cut();
        eventually(publisher::said, said -> said.contains("unconfirmed two"));
        assertThat(broker.drain("parcels")).isEmpty();
    }

    /** With a server of a task's own; a queue that is not durable is gone, its twin is there. */
    @Test
    void aRestartedBrokerHasWhatItWasToKeep() {
        Map<Wanted, Object> here = provide("rabbitmq", Lease.OWN, "amqp-client", Kind.HELPER, SERVER, CLIENT, WIRE);
        Service broker = (Service) thing(here, SERVER);
        String declare = "import os, pika; channel = pika.BlockingConnection(pika.ConnectionParameters('server',"
                + " credentials=pika.PlainCredentials('grader', os.environ['WORD']))).channel();"
                + " channel.queue_declare('kept', durable=True); channel.queue_declare('lost', exclusive=False)";
        client(here)
                .set("WORD", broker.run("printenv", "RABBITMQ_PASSWORD").out().strip());
        assertThat(client(here).run("python3", "-c", declare).inWords()).isEqualTo("exit code 0");
        assertThat(queues(broker)).contains("kept", "lost");

        broker.outage().restart();

        assertThat(queues(broker)).contains("kept").doesNotContain("lost");
        assertThat(client(here).run("python3", "-c", declare).inWords()).isEqualTo("exit code 0");
    }

    private static List<String> queues(Service broker) {
        return broker.run("rabbitmqctl", "-q", "list_queues", "name")
                .out()
                .lines()
                .toList();
    }

    /** Its log of what is to be stored is on its disk, which here is memory that a restart leaves alone. */
    @Test
    void aRestartedDatabaseHasWhatWasCommitted() {
        Map<Wanted, Object> here = provide("postgres", Lease.OWN, "postgres", Kind.HELPER, SERVER, CLIENT);
        Service db = (Service) thing(here, SERVER);
        sql(db, "CREATE TABLE parcels AS SELECT 7 AS id");
        String before = sql(db, "SELECT pg_postmaster_start_time()");

        db.outage().restart();

        assertThat(sql(db, "SELECT id FROM parcels")).isEqualTo("7");
        assertThat(sql(db, "SELECT pg_postmaster_start_time()")).isNotEqualTo(before);
    }

    private static String sql(Service db, String statement) {
        return db.run("psql", "-qAtX", "-h", "127.0.0.1", "-U", "grader", "-d", "postgres", "-c", statement)
                .out()
                .strip();
    }

    private Map<Wanted, Object> provide(String image, Lease lease, String client, Kind kind, Wanted... wanted) {
        TaskDefinition task = TestLab.withLinks(
                "none",
                120,
                List.of(new TaskDefinition.Server("server", image, lease, LAB)),
                List.of(new TaskDefinition.Machine("client", client, kind, LAB)),
                List.of(new TaskDefinition.Link("wire", "server", LAB)),
                TestLab.check("any"));
        Submission submission = Intake.take(work, task).submission();
        Environment environment = servers.environment(task, submission);
        open = environment;
        return environment.provide(State.FRESH, Set.of(wanted));
    }

    private static Machine client(Map<Wanted, Object> here) {
        return (Machine) thing(here, CLIENT);
    }

    private static Link wire(Map<Wanted, Object> here) {
        return (Link) thing(here, WIRE);
    }

    private static Object thing(Map<Wanted, Object> here, Wanted wanted) {
        return Objects.requireNonNull(here.get(wanted));
    }
}
