package dev.lexlab.check.environment;

import static dev.lexlab.check.environment.LinksCourse.DESK;
import static dev.lexlab.check.environment.LinksCourse.ECHO;
import static dev.lexlab.check.environment.LinksCourse.WIRE;
import static dev.lexlab.check.environment.LinksCourse.eventually;
import static dev.lexlab.check.environment.LinksCourse.provide;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.environment.Environment.State;
import dev.lexlab.check.environment.LinksCourse.Here;
import dev.lexlab.check.environment.LinksCourse.Talk;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** A line to a server, whole and broken in each way, as a program sees it and as the server does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkIT {
    /** As a kernel writes 127.0.0.11. */
    private static final String NAMES_OF_THE_ENGINE = "0B00007F:";

    private static final Duration LONG = Duration.ofMinutes(10);

    /** How long one question and its answer take, in milliseconds. */
    private static final String ROUND_TRIP = """
            import socket, time
            with socket.create_connection(("echo", 7000)) as line:
                line.makefile().readline()
                began = time.monotonic()
                line.sendall(b"there and back\\n")
                line.recv(100)
                print(int((time.monotonic() - began) * 1000))
            """;

    private @Nullable LinksCourse course;
    private @Nullable Environment open;

    @BeforeAll
    void aCourse(@TempDir Path folder) throws IOException {
        course = LinksCourse.in(folder, "link", "ssh-client");
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
        Objects.requireNonNull(course).close();
    }

    private Here fresh() {
        return fresh(Lease.SHARED, DESK, WIRE, ECHO);
    }

    private Here fresh(Lease lease, Wanted... wanted) {
        Here here = provide(environment(LinksCourse.task(lease, LinksCourse.wire())), State.FRESH, wanted);
        here.forgetNotes(); // of a new server whether it is ready was asked
        return here;
    }

    private Environment environment(TaskDefinition task) {
        Environment made = Objects.requireNonNull(course).environment(task);
        open = made;
        return made;
    }

    @Test
    void aWholeLineLeadsToTheServerUnderItsNameAndCounts() {
        for (Lease lease : Lease.values()) {
            Here here = fresh(lease, DESK, WIRE, ECHO);

            Talk talk = here.talk("a").until("got ");
            talk.write("hello");
            talk.until("hello");

            assertThat(here.notes()).containsExactly("come", "heard hello");
            Link.Traffic traffic = here.wire().traffic();
            assertThat(traffic.accepted()).isEqualTo(1);
            assertThat(traffic.open()).isEqualTo(1);
            assertThat(traffic.toServer()).isEqualTo("hello\n".length());
            assertThat(traffic.toClients()).isEqualTo(talk.greeting().length() + 1 + "hello\n".length());
            assertThat(traffic.waitingForServer()).isZero();
            assertThat(traffic.waitingForClients()).isZero();
            leave();
        }
    }

    /** Nobody is told anything else than without a link. */
    @Test
    void programsAreToldTheServersOwnName() {
        Here here = fresh();

        assertThat(here.desk().run("printenv", "ECHO_HOST", "ECHO_PORT").out()).isEqualTo("echo\n7000\n");
    }

    @Test
    void anEndGoesThroughToo() {
        Here here = fresh();

        Ran asked = here.desk()
                .run("python3", "-c", "import socket; socket.create_connection(('echo', 7000)).makefile().readline()");

        assertThat(asked.inWords()).isEqualTo("exit code 0");
        eventually(here::notes, notes -> notes.equals(List.of("come", "gone")));
        eventually(() -> here.wire().traffic().open(), open -> open == 0);
    }

    @Test
    void onASlowLineWhatWasWrittenFirstArrivesLast() {
        Here here = fresh();
        Talk talk = here.talk("a").until("got ");
        here.wire().slow(LONG);
        talk.write("late");
        eventually(here.wire()::traffic, traffic -> traffic.waitingForServer() == "late\n".length());

        here.echo().run("sh", "-c", "echo early >> /srv/notes/all");
        assertThat(here.notes()).containsExactly("come", "early");

        here.wire().mend();
        talk.until("late");
        assertThat(here.notes()).containsExactly("come", "early", "heard late");
    }

    /** A bound that no machine is too slow for: what waits 200 ms twice is not back earlier. */
    @Test
    void onASlowLineAQuestionIsNotAnsweredBeforeItsTime() {
        Here here = fresh();
        here.wire().slow(Duration.ofMillis(200));

        assertThat(roundTrip(here)).isGreaterThanOrEqualTo(380);
        here.wire().slow(Duration.ZERO);
        assertThat(here.wire().traffic().waitingForServer()).isZero();
    }

    private static int roundTrip(Here here) {
        return Integer.parseInt(
                here.desk().run("python3", "-c", ROUND_TRIP).out().strip());
    }

    @Test
    void aThrottledLineLetsALittleThroughAndHoldsTheRest() {
        Here here = fresh();
        Talk talk = here.talk("a").until("got ");
        here.wire().throttle(1_000);
        String large = "x".repeat(50_000);
        talk.write(large);

        Link.Traffic held = eventually(here.wire()::traffic, traffic -> traffic.toServer() > 0);
        assertThat(held.toServer()).isLessThan(large.length());
        assertThat(held.waitingForServer()).isGreaterThan(0);
        assertThat(held.open()).isEqualTo(1);

        here.wire().mend();
        eventually(here.wire()::traffic, traffic -> traffic.toServer() == large.length() + 1);
        eventually(here::notes, notes -> notes.contains("heard " + (large.length() + 1) + " bytes"));
    }

    @Test
    void aCutIsSeenOnBothSidesAndNobodyGetsInUntilItIsMended() {
        Here here = fresh();
        Talk talk = here.talk("a").until("got ");

        here.wire().cut();

        talk.until("broken ConnectionResetError");
        eventually(here::notes, notes -> notes.equals(List.of("come", "reset")));
        here.talk("b").until("refused ConnectionRefusedError");
        assertThat(here.wire().traffic().open()).isZero();

        here.wire().mend();
        here.talk("c").until("got ");
        assertThat(here.wire().traffic().accepted()).isEqualTo(2);
    }

    @Test
    void whatWasUnderWayIsLostByACut() {
        Here here = fresh();
        Talk talk = here.talk("a").until("got ");
        here.wire().blackHole();
        talk.write("never");
        eventually(here.wire()::traffic, traffic -> traffic.waitingForServer() > 0);

        here.wire().cut();
        here.wire().mend();

        talk.until("broken");
        eventually(here::notes, notes -> notes.equals(List.of("come", "reset")));
    }

    @Test
    void aBlackHoleTakesAllAndTellsNobody() {
        Here here = fresh();
        Talk talk = here.talk("a").until("got ");

        here.wire().blackHole();
        talk.write("anybody");
        talk.until("wrote 8");
        Talk later = here.talk("b").until("connected");
        eventually(here.wire()::traffic, traffic -> traffic.waitingForServer() == "anybody\n".length());

        assertThat(here.notes()).containsExactly("come");
        assertThat(talk.program().isRunning()).isTrue();
        assertThat(later.said()).isEqualTo("connected\n");
        assertThat(here.wire().traffic().open()).isEqualTo(2);

        here.wire().mend();
        talk.until("anybody");
        later.until("got ");
        assertThat(here.notes()).containsExactlyInAnyOrder("come", "heard anybody", "come");
    }

    @Test
    void inABlackHoleAnEndIsNotHeardOfEither() {
        Here here = fresh();
        Talk talk = here.talk("a").until("got ");
        here.wire().blackHole();

        here.desk()
                .run(
                        "sh",
                        "-c",
                        "kill -KILL $(grep -al '^python3./tmp/talk.py' /proc/[0-9]*/cmdline | tr -dc '0-9\\n')");
        eventually(talk.program()::isRunning, isRunning -> !isRunning);
        assertThat(here.notes()).containsExactly("come");

        here.wire().mend();
        eventually(
                here::notes, notes -> notes.equals(List.of("come", "gone")) || notes.equals(List.of("come", "reset")));
    }

    @Test
    void theNextCheckFindsTheLineWholeAndNobodyOnIt() {
        Environment environment = environment(LinksCourse.task(Lease.SHARED, LinksCourse.wire()));
        Here here = provide(environment, State.FRESH, DESK, WIRE, ECHO);
        here.talk("a").until("got ");
        here.wire().slow(LONG);
        here.wire().cut();

        Here same = provide(environment, State.SAME, DESK, WIRE, ECHO);
        same.talk("b").until("refused");
        assertThat(same.wire().traffic().accepted()).isEqualTo(1);

        Here next = provide(environment, State.FRESH, DESK, WIRE, ECHO);
        assertThat(next.wire().traffic()).isEqualTo(new Link.Traffic(0, 0, 0, 0, 0, 0));
        next.talk("a").until("got ");
    }

    /** Also a check that does not ask for the link finds it whole: there is no other way to the server. */
    @Test
    void whoeverAsksForAMachineAloneIsLedThroughTheLinkAsWell() {
        Environment environment = environment(LinksCourse.task(Lease.SHARED, LinksCourse.wire()));
        Here here = provide(environment, State.FRESH, DESK);
        here.talk("a").until("got ");

        assertThat(provide(environment, State.SAME, WIRE).wire().traffic().accepted())
                .isEqualTo(1);
    }

    /** Two clients on lines of their own, of which one can be cut off. */
    @Test
    void everyNetworkMayHaveALineOfItsOwn() {
        Wanted far = new Wanted(Machine.class, "far");
        Wanted direct = new Wanted(Machine.class, "direct");
        TaskDefinition task = TestLab.withLinks(
                "none",
                60,
                List.of(new TaskDefinition.Server("echo", "echo", Lease.SHARED, List.of("lab", "back"))),
                List.of(sandbox("desk", "lab"), sandbox("far", "moon"), sandbox("direct", "back")),
                List.of(LinksCourse.wire(), new TaskDefinition.Link("beam", "echo", List.of("moon"))),
                TestLab.check("any"));
        Here here = provide(environment(task), State.FRESH, DESK, far, direct, WIRE, ECHO);

        here.wire().cut();

        here.talk("a").until("refused");
        Here.talk((Machine) here.thing(far), "b").until("got ");
        Here.talk((Machine) here.thing(direct), "c").until("got ");
    }

    private static TaskDefinition.Machine sandbox(String name, String network) {
        return new TaskDefinition.Machine(name, "ssh-client", TaskDefinition.Kind.SANDBOX, List.of(network));
    }

    /** It is told what to do over a socket that lies in its own container's memory. */
    @Test
    void aLearnersProgramFindsNothingOnTheLinkButTheServersPort() throws Exception {
        Here here = fresh();
        String sockets = Objects.requireNonNull(course)
                .inside(links().get(0))
                .exec(LinksCourse.PATIENCE, "sh", "-c", "cat /proc/net/tcp /proc/net/udp; ls /run/lexlab")
                .out()
                .value();

        assertThat(sockets.lines()
                        .filter(line -> line.contains(" 00000000:0000 "))
                        .map(line -> line.strip().split("\\s+", -1)[1])
                        .filter(address -> !address.startsWith(NAMES_OF_THE_ENGINE)))
                .containsExactly("00000000:" + String.format("%04X", 7000));
        assertThat(sockets).endsWith("control\n");
        assertThat(here.desk().run("ls", "/run/lexlab").succeeded()).isFalse();
    }

    @Test
    void nothingIsLeftOfIt() {
        fresh(Lease.OWN, DESK, WIRE, ECHO);
        assertThat(links()).hasSize(1);

        leave();

        assertThat(links()).isEmpty();
        assertThat(client().listNetworksCmd().exec())
                .noneMatch(network -> network.getName().startsWith("lexlab-" + run() + "-"));
    }

    private List<String> links() {
        return client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of("lexlab.kind", "link", "lexlab.run", run()))
                .exec()
                .stream()
                .map(Container::getId)
                .toList();
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    private String run() {
        return Objects.requireNonNull(course).run();
    }

    @Test
    void aLinkThatDiesIsNobodysFaultAndTheNextCheckHasANewOne() {
        Environment environment = environment(LinksCourse.task(Lease.SHARED, LinksCourse.wire()));
        Here here = provide(environment, State.FRESH, DESK, WIRE, ECHO);
        here.talk("a").until("got ");
        assertThat(environment.ailment()).isEmpty();
        here.wire().cut();
        assertThat(environment.ailment()).isEmpty();

        client().killContainerCmd(links().get(0)).exec();

        assertThat(environment.ailment().orElseThrow().what())
                .isEqualTo("link 'wire' failed: it ended with exit code 137");
        Here next = provide(environment, State.FRESH, DESK, WIRE, ECHO);
        next.talk("a").until("got ");
        assertThat(environment.ailment()).isEmpty();
    }

    @Test
    void aLinkIsAsHardenedAsEverythingElse() {
        Here unused = fresh();
        HostConfig host = client().inspectContainerCmd(links().get(0)).exec().getHostConfig();

        assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(host.getCapAdd()).isNullOrEmpty();
        assertThat(host.getReadonlyRootfs()).isTrue();
        assertThat(host.getPortBindings().getBindings()).isEmpty();
    }
}
