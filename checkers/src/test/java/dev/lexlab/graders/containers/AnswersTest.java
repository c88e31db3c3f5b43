package dev.lexlab.graders.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.TestEvidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.result.Feedback.Reproduction;
import dev.lexlab.lab.text.Untrusted;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What follows from the answers of one container, for each of the things that are looked at. */
class AnswersTest {
    private static final Told TOLD = new Told("notes-fern", "heron", 12345);
    private static final Motd MOTD = new Motd("Today's words: fern.\n");
    private static final Note NOTE = new Note("buy 12 fern");

    private final FakeContainer container = FakeContainer.running("");
    private final TestEvidence evidence = new TestEvidence();
    private final FakeContainer visitor = FakeContainer.running("");
    private final Started obedient = listening("0.0.0.0", 12345);

    @Test
    void motdMustBeTheOneOfTheRun() {
        container.answering("/motd", 200, "Today's words: fern.\n");
        assertThatCode(() -> MOTD.mustBeServedBy(obedient)).doesNotThrowAnyException();

        container.answering("/motd", 500, "[Errno 2] No such file or directory: '/app/motd.txt'\n");
        Failure failure = failure(() -> MOTD.mustBeServedBy(obedient));
        assertThat(failure.diagnosis()).isEqualTo("motd-missing");
        assertThat(failure.feedback().seen())
                .map(Untrusted::value)
                .contains("GET /motd inside the container: 500: [Errno 2] No such file or directory: '/app/motd.txt'");
    }

    @Test
    void portMustBeTheOneThatTheContainerWasTold() {
        assertThatCode(() -> Obedience.mustListenOnItsPort(obedient)).doesNotThrowAnyException();

        Failure failure = failure(() -> Obedience.mustListenOnItsPort(listening("0.0.0.0", 8080)));
        assertThat(failure.diagnosis()).isEqualTo("port-baked");
        assertThat(failure.feedback().seen()).map(Untrusted::value).contains("it listens on 0.0.0.0:8080");
    }

    @Test
    void nameMustBeTheOneThatTheContainerWasTold() {
        container.answering("/", 200, "heron\n");
        assertThatCode(() -> Obedience.mustAnswerWithItsName(obedient)).doesNotThrowAnyException();

        container.answering("/", 200, "shop\n");
        Failure baked = failure(() -> Obedience.mustAnswerWithItsName(obedient));
        assertThat(baked.diagnosis()).isEqualTo("name-baked");
        assertThat(baked.feedback().reproduce())
                .map(reproduction -> reproduction.command().value())
                .contains("curl -sS http://127.0.0.1:8901/");

        container.answering("/", 500, "oh\n");
        assertThat(failure(() -> Obedience.mustAnswerWithItsName(obedient)).diagnosis())
                .isEmpty();
    }

    @Test
    void visitorMustGetWhatSomebodyInsideGets() {
        container.answering("/motd", 200, MOTD.text());
        visitor.answering("/motd", 200, MOTD.text());
        assertThatCode(() -> Reach.mustAnswer(visitor, obedient, MOTD)).doesNotThrowAnyException();
        assertThat(evidence.traces.get("what was asked over HTTP"))
                .containsExactly(
                        "visitor -> notes-fern: GET http://notes-fern:12345/motd",
                        "notes-fern => visitor: 200: Today's words: fern.");
    }

    @Test
    void serviceOnLoopbackIsDiagnosedWithoutWaiting() {
        container.answering("/motd", 200, MOTD.text());

        Failure failure = failure(() -> Reach.mustAnswer(visitor, listening("127.0.0.1", 12345), MOTD));

        assertThat(failure.diagnosis()).isEqualTo("loopback-only");
        assertThat(failure.feedback().reproduce()).map(Reproduction::machine).contains("visitor");
        assertThat(failure.feedback().seen())
                .map(Untrusted::value)
                .contains(
                        "there: no answer (curl: (7) Failed to connect to fern: Could not connect); inside the container: 200: "
                                + "Today's words: fern.; it listens on 127.0.0.1:12345");
    }

    @Test
    void noteMustBeKnownWhereItWasStored() {
        container.answering("/notes", 500, "[Errno 30] Read-only file system: '/app/notes'\n");
        assertThat(failure(() -> NOTE.storeIn(obedient)).diagnosis()).isEqualTo("cannot-write");

        container.answering("/notes", 200, "stored\n");
        assertThat(failure(() -> NOTE.storeIn(obedient)).feedback().summary())
                .isEqualTo("a container has lost a note that it has just stored");

        container.answering("/notes", 200, "buy 12 fern\n");
        assertThatCode(() -> NOTE.storeIn(obedient)).doesNotThrowAnyException();
    }

    @Test
    void noteMustNotBeKnownAnywhereElse() {
        container.answering("/notes", 200, "buy 12 fern and more\n");
        assertThatCode(() -> NOTE.mustNotBeIn(obedient, "another")).doesNotThrowAnyException();

        container.answering("/notes", 200, "an older one\nbuy 12 fern\n");
        Failure failure = failure(() -> NOTE.mustNotBeIn(obedient, "another container"));
        assertThat(failure.diagnosis()).isEqualTo("outlives");
        assertThat(failure.feedback().summary())
                .isEqualTo("a note stored in one container is known to another container");
    }

    @Test
    void containerThatAnswersNothingKnowsNothingAndIsNoProof() {
        assertThat(failure(() -> NOTE.mustNotBeIn(obedient, "another"))
                        .feedback()
                        .summary())
                .isEqualTo("a container cannot list its notes");
    }

    private Started listening(String address, int port) {
        return new Started(container, TOLD, new Socket(address, port), evidence);
    }

    private static Failure failure(ThrowingCallable code) {
        return catchThrowableOfType(Failure.class, code);
    }
}
