package dev.lexlab.check.environment;

import static dev.lexlab.check.environment.LinksCourse.DESK;
import static dev.lexlab.check.environment.LinksCourse.ECHO;
import static dev.lexlab.check.environment.LinksCourse.WIRE;
import static dev.lexlab.check.environment.LinksCourse.eventually;
import static dev.lexlab.check.environment.LinksCourse.provide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.environment.Environment.State;
import dev.lexlab.check.environment.LinksCourse.Here;
import dev.lexlab.check.environment.LinksCourse.Talk;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Servers and machines of a grading's own, restarted, frozen, and taken off their networks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
    /** Where a submission lies in a sandbox. */
    private static final String INSIDE = "/" + "work" + "/";

    private static final Wanted HELPER = new Wanted(Machine.class, "helper");
    private static final String LAB = "lab";

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

    private Environment environment(Lease lease, TaskDefinition.Link... links) {
        Environment made = Objects.requireNonNull(course).environment(LinksCourse.task(lease, links));
        open = made;
        return made;
    }

    private Here own() {
        return provide(environment(Lease.OWN), State.FRESH, DESK, ECHO);
    }

    @Test
    void aRestartedServerIsAnotherProcessOnTheSameDataAndTheSamePort() throws Exception {
        Here here = own();
        here.forgetNotes();
        Service echo = here.echo();
        int port = echo.port("echo");
        Talk talk = here.talk("a");
        String before = talk.greeting();

        echo.outage().restart();

        talk.until("end");
        assertThat(here.talk("b").greeting()).isNotEqualTo(before);
        assertThat(here.notes()).startsWith("come").hasSizeGreaterThan(1);
        assertThat(echo.port("echo")).isEqualTo(port);
        assertThat(greeting(echo)).isNotEqualTo(before);
    }

    @Test
    void aServerIsRestartedAsOftenAsOneLikes() throws Exception {
        Service echo = own().echo();
        Stream<String> greetings = Stream.of(1, 2, 3).map(time -> {
            echo.outage().restart();
            return greeting(echo);
        });

        assertThat(greetings).doesNotHaveDuplicates().hasSize(3);
    }

    /** As a client in the grader reads it. */
    private static String greeting(Service echo) {
        try (Socket socket = new Socket(echo.host(), echo.port("echo"));
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            return answer.readLine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever was led through a link is led to the new process. */
    @Test
    void aLinkLeadsToARestartedServer() {
        Here here = provide(environment(Lease.OWN, LinksCourse.wire()), State.FRESH, DESK, WIRE, ECHO);
        String before = here.talk("a").greeting();

        here.echo().outage().restart();

        assertThat(here.talk("b").greeting()).isNotEqualTo(before);
    }

    @Test
    void aPausedServerAnswersNobodyUntilItIsResumed() {
        Here here = own();
        Environment environment = Objects.requireNonNull(open);
        Talk talk = here.talk("a").until("got ");
        Outage outage = here.echo().outage();

        outage.pause();
        outage.pause(); // which changes nothing
        talk.write("hello");
        talk.until("wrote 6");
        Talk later = here.talk("b").until("connected");
        assertThat(talk.said()).doesNotContain("hello");
        assertThat(later.said()).isEqualTo("connected\n");
        assertThatExceptionOfType(ServerGone.class)
                .isThrownBy(() -> here.echo().run("true"))
                .withMessage("server 'echo' cannot be used: it is paused, and answers when it is resumed");
        assertThat(environment.ailment()).isEmpty();

        outage.resume();
        talk.until("hello");
        later.until("got ");
    }

    @Test
    void aRestartEndsAPause() {
        Here here = own();
        String before = greeting(here.echo());
        here.echo().outage().pause();

        here.echo().outage().restart();

        assertThat(greeting(here.echo())).isNotEqualTo(before);
    }

    @Test
    void whoIsOffTheNetworkIsNotFoundAndBackAfterwards() {
        Here here = own();
        here.talk("a").until("got ");

        here.echo().outage().disconnect(LAB);
        here.talk("b").until("refused gaierror");

        here.echo().outage().connect(LAB);
        here.talk("c").until("got ");
    }

    @Test
    void aDeskOffTheNetworkReachesNobody() {
        Here here = own();
        here.desk().outage().disconnect(LAB);
        here.talk("a").until("refused gaierror");

        here.desk().outage().connect(LAB);
        here.talk("b").until("got ");
    }

    @Test
    void aRestartedDeskHasItsFilesAndNoProgram() {
        Here here = own();
        here.desk().write(INSIDE + "kept", "a text");
        Program talk = here.talk("a").until("got ").program();

        here.desk().outage().restart();

        eventually(talk::isRunning, isRunning -> !isRunning);
        assertThat(here.desk().run("cat", INSIDE + "kept").out()).isEqualTo("a text");
        assertThat(here.desk()
                        .run("sh", "-c", "grep -al '^python3' /proc/[0-9]*/cmdline")
                        .out())
                .isEmpty();
    }

    @Test
    void whateverWasBrokenIsNotThereForTheNextCheck() {
        Environment environment = environment(Lease.OWN);
        Here here = provide(environment, State.FRESH, DESK, HELPER, ECHO);
        Machine helper = (Machine) here.thing(HELPER);
        here.echo().outage().pause();
        here.desk().outage().pause();
        helper.outage().disconnect(LAB);

        Here next = provide(environment, State.FRESH, DESK, HELPER, ECHO);

        next.talk("a").until("got ");
        Here.talk((Machine) next.thing(HELPER), "b").until("got ");
        assertThat(environment.ailment()).isEmpty();
    }

    @Test
    void whatWasBrokenStaysSoForACheckThatContinues() {
        Environment environment = environment(Lease.OWN);
        provide(environment, State.FRESH, DESK, ECHO).echo().outage().disconnect(LAB);

        Here same = provide(environment, State.SAME, DESK, ECHO);

        same.talk("a").until("refused");
    }

    /** A check that hangs in what is frozen is cut off, and nothing of it stays. */
    @Test
    void whatIsPausedHoldsNobodyUp() {
        Environment environment = environment(Lease.OWN);
        Here here = provide(environment, State.FRESH, DESK, ECHO);
        Talk talk = here.talk("a").until("got ");
        here.echo().outage().pause();
        here.desk().outage().pause();

        assertThat(environment.cutOff().awaited()).isEqualTo(Activity.NOTHING);

        eventually(talk.program()::isRunning, isRunning -> !isRunning);
        provide(environment, State.FRESH, DESK, ECHO).talk("a").until("got ");
    }

    @Test
    void aServerThatOthersUseRefusesAndSaysWhatWouldDo() {
        Here here = provide(environment(Lease.SHARED), State.FRESH, DESK, ECHO);
        Outage outage = here.echo().outage();

        assertRefused(outage::restart, "restarted");
        assertRefused(outage::pause, "paused");
        assertRefused(outage::resume, "resumed");
        assertRefused(() -> outage.disconnect(LAB), "taken off a network");
        assertRefused(() -> outage.connect(LAB), "put on a network");
        here.talk("a").until("got ");
    }

    private static void assertRefused(Runnable fault, String done) {
        assertThatExceptionOfType(CannotGrade.class)
                .isThrownBy(fault::run)
                .withMessage("server 'echo' is shared with other gradings, and cannot be " + done)
                .satisfies(refusal -> assertThat(refusal.remedy())
                        .isEqualTo("whoever wrote the checks must give it 'lease: own' in lab.yml, or break a link to"
                                + " it"));
    }

    @Test
    void aNetworkThatItIsNotOnIsTheAuthorsMistake() {
        Here here = provide(environment(Lease.OWN, LinksCourse.wire()), State.FRESH, DESK, WIRE, ECHO);

        assertThatExceptionOfType(CannotGrade.class)
                .isThrownBy(() -> here.desk().outage().disconnect("lba"))
                .withMessage("'desk' is not on a network 'lba' that it could leave")
                .satisfies(mistake -> assertThat(mistake.remedy()).contains("name one of: lab;"));
        assertThatExceptionOfType(CannotGrade.class)
                .isThrownBy(() -> here.echo().outage().disconnect(LAB))
                .withMessage("'echo' is not on a network 'lab' that it could leave")
                .satisfies(mistake -> assertThat(mistake.remedy()).contains("where a link stands for it, cut that"));
    }
}
