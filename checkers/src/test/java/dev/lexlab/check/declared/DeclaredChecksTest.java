package dev.lexlab.check.declared;

import static dev.lexlab.check.declared.FakeMachine.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.Feedback;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check as data says, with machines that answer as a test wants. */
class DeclaredChecksTest {
    /** Where a submission lies in a sandbox. */
    private static final String INSIDE = "/" + "work" + "/";

    private static final String PROGRAM = "#!/bin/sh\n";
    private static final String CHECKS = """
            draw: {key: word, text: word, seconds: {number: [200, 299]}}
            prepare:
              - {on: cache, write: /etc/cache.conf, file: keep}
              - {on: cache, run: [put-in-force], otherwise: {invalid: keep, line: "keep:([0-9]+)", next: look there}}
            checks:
              keeps:
                - run: [./keep, "${key}", "${seconds}"]
                  input: ${text}
                  otherwise: {summary: keep does not end well, next: run it by hand}
                - {on: cache, sh: "echo ${key} $${HOME}"}
                - sh: redis-cli TTL ${key}
                  expect: {matches: "^[0-9]+$"}
                  otherwise:
                    - {when: {equals: "-1"}, summary: "${key} stays", diagnosis: never-ends}
                    - {summary: no time, next: look, term: time}
              ends:
                - on: visitor
                  run: [look]
                  expect: {contains: gone, absent: [there, still]}
                  within: 5s
                  otherwise: {next: wait}
            """;

    @TempDir
    Path root;

    private final FakeMachine cache = new FakeMachine(command -> says(0, "", ""));

    @Test
    void aCheckPassesWhereEveryStepFindsWhatItExpects() throws Exception {
        FakeMachine desk = new FakeMachine(command -> says(0, "250\n", ""));

        run("keeps", PROGRAM, Map.of("desk", desk, "cache", cache));

        String word = "[a-z]+";
        assertThat(desk.typed).hasSize(2);
        assertThat(desk.typed.get(0)).matches("\\./keep " + word + " 2[0-9][0-9] <" + word);
        assertThat(desk.typed.get(1)).matches("sh -c 'redis-cli TTL " + word + "'");
        assertThat(cache.typed.get(0)).matches("sh -c 'echo " + word + " \\$\\{HOME}'");
    }

    @Test
    void theSameIsDrawnForTheSameSeedAndNoTwoAreAlike() throws Exception {
        DeclaredLab lab = new DeclaredLab(root, CHECKS);
        FakeMachine first = new FakeMachine(command -> says(0, "1", ""));
        FakeMachine again = new FakeMachine(command -> says(0, "1", ""));

        lab.checks().run("keeps", lab.submission(PROGRAM), draw(7), around(Map.of("desk", first, "cache", cache)));
        lab.checks().run("keeps", lab.submission(PROGRAM), draw(7), around(Map.of("desk", again, "cache", cache)));

        assertThat(again.typed).isEqualTo(first.typed);
        String[] words = first.typed.get(0).split("[ <]+", -1);
        assertThat(words[1]).isNotEqualTo(words[3]);
    }

    @Test
    void theFirstAnswerThatFitsIsToldWithACommandThatShowsTheSymptom() throws Exception {
        FakeMachine desk =
                new FakeMachine(command -> command.words().get(0).equals("sh") ? says(0, "-1\n", "") : says(0, "", ""));

        Failure failure =
                catchThrowableOfType(Failure.class, () -> run("keeps", PROGRAM, Map.of("desk", desk, "cache", cache)));

        Feedback feedback = failure.feedback();
        String command = feedback.reproduce().orElseThrow().command().value();
        assertThat(failure.diagnosis()).isEqualTo("never-ends");
        assertThat(feedback.summary()).matches("[a-z]+ stays");
        assertThat(feedback.expected().orElseThrow().value()).isEqualTo("an output that fits: ^[0-9]+$");
        assertThat(feedback.seen().orElseThrow().value()).isEqualTo("-1\n");
        assertThat(feedback.reproduce().orElseThrow().machine()).isEmpty();
        assertThat(command).matches("printf %s [a-z]+ \\| \\./keep [a-z]+ 2\\d\\d; redis-cli TTL [a-z]+");
    }

    @Test
    void anExitCodeIsToldWithTheLastThingTheProgramSaid() throws Exception {
        FakeMachine desk = new FakeMachine(command -> says(3, "", "no such command\n"));

        Failure failure =
                catchThrowableOfType(Failure.class, () -> run("keeps", PROGRAM, Map.of("desk", desk, "cache", cache)));

        Feedback feedback = failure.feedback();
        assertThat(feedback.summary()).isEqualTo("keep does not end well");
        assertThat(feedback.expected().orElseThrow().value()).isEqualTo("exit code 0");
        assertThat(feedback.seen().orElseThrow().value()).isEqualTo("exit code 3: no such command");
        assertThat(feedback.next()).contains("run it by hand");
    }

    @Test
    void looksAgainUntilItIsSo() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        FakeMachine visitor = new FakeMachine(
                command -> looks.incrementAndGet() < 3 ? says(0, "still there", "") : says(0, "gone", ""));

        run("ends", PROGRAM, Map.of("visitor", visitor));

        assertThat(looks).hasValue(3);
    }

    @Test
    void aFaultOfOurOwnStepBlamesNobody() throws Exception {
        FakeMachine broken = new FakeMachine(command -> says(1, "", "out of order\n"));
        FakeMachine desk = new FakeMachine(command -> says(0, "1", ""));

        assertThatExceptionOfType(CannotGrade.class)
                .isThrownBy(() -> run("keeps", PROGRAM, Map.of("desk", desk, "cache", broken)))
                .withMessage(
                        "the step at labs/caches/checks/first.yml:10:7 did not work on 'cache': exit code 1: out of"
                                + " order");
    }

    @Test
    void aToolThatIsNotThereOnAHelperIsOurFaultWhateverTheStepExpects() throws Exception {
        FakeMachine visitor = new FakeMachine(command -> says(127, "", "look: not found\n"));

        assertThatExceptionOfType(CannotGrade.class)
                .isThrownBy(() -> run("ends", PROGRAM, Map.of("visitor", visitor)))
                .withMessageContaining("did not work on 'visitor': exit code 127: look: not found");
    }

    @Test
    void aProgramThatCannotBeRunIsInvalidWithItsPlace() throws Exception {
        assertInvalid(
                "echo\n", command -> says(0, "", ""), new Place("keep", 1, 1), "nothing says what should run ./keep");
        assertInvalid(
                "#!/bin/sh\r\necho\r\n",
                command -> says(0, "", ""),
                new Place("keep", 1, 1),
                "./keep has the line ends of Windows, and so the name of its interpreter");
        assertInvalid(
                "#!/bin/ruby\n",
                command -> says(127, "", "timeout: failed to run command './keep': No such file or directory"),
                new Place("keep", 1, 1),
                "./keep cannot be started");
        assertInvalid(
                "#!/bin/sh\nif\n",
                command -> says(2, "", "./keep: 3: Syntax error: end of file unexpected\n"),
                new Place("keep", 3, 0),
                "./keep is no program yet");
        assertInvalid(
                "#!/usr/bin/env python3\n",
                command -> says(1, "", "  File \"" + INSIDE + "./keep\", line 7\n    x\nSyntaxError: invalid syntax\n"),
                new Place("keep", 7, 0),
                "./keep is no program yet");
    }

    @Test
    void aFileThatAServerRefusesIsInvalidAtItsLine() throws Exception {
        DeclaredLab lab = new DeclaredLab(root, CHECKS);
        FakeMachine refusing = new FakeMachine(command -> says(65, "", "unknown word in keep:12\n"));

        assertThatThrownBy(() ->
                        lab.checks().prepare(lab.submission("a word\n"), draw(1), around(Map.of("cache", refusing))))
                .isInstanceOfSatisfying(Invalid.class, invalid -> {
                    assertThat(invalid.feedback().place()).contains(new Place("keep", 12, 0));
                    assertThat(invalid.feedback().summary()).isEqualTo("keep cannot be used");
                    assertThat(invalid.feedback().next()).contains("look there");
                });
        assertThat(refusing.written).containsExactly(Map.entry("/etc/cache.conf", "a word\n"));
    }

    private static final String FAULTS = """
            checks:
              keeps:
                - run: [./keep]
                  otherwise: {next: look}
                - slow: {wire: 1s}
                - throttle: {wire: 1000}
                - black-hole: wire
                - cut: wire
                - traffic: wire
                  expect: {matches: "^waiting-for-server [1-9]"}
                  otherwise: {summary: nothing waits, next: write something}
                - mend: wire
                - disconnect: {store: lab}
                - connect: {store: lab}
                - pause: store
                - resume: store
                - restart: store
                - run: [./keep, again]
                  otherwise: {summary: it gave up, next: try again}
              ends:
                - run: [./keep]
                  otherwise: {next: look}
            """;

    @Test
    void linksAndMachinesAreBrokenInTheOrderOfTheSteps() throws Exception {
        FakeMachine store = new FakeMachine(command -> says(0, "", ""));
        FakeLink wire = new FakeLink(new Link.Traffic(1, 1, 0, 0, 7, 0));

        runFaults(new FakeMachine(command -> says(0, "", "")), store, wire);

        assertThat(wire.suffered).containsExactly("slow PT1S", "throttle 1000", "blackHole", "cut", "traffic", "mend");
        assertThat(store.suffered).containsExactly("disconnect lab", "connect lab", "pause", "resume", "restart");
    }

    @Test
    void whatWasCountedIsLookedAtLikeAnOutput() throws Exception {
        FakeMachine any = new FakeMachine(command -> says(0, "", ""));
        FakeLink quiet = new FakeLink(new Link.Traffic(1, 0, 30, 20, 0, 0));

        Failure failure = catchThrowableOfType(Failure.class, () -> runFaults(any, any, quiet));

        assertThat(failure.feedback().summary()).isEqualTo("nothing waits");
        assertThat(failure.feedback().seen().orElseThrow().value()).isEqualTo("""
                        accepted 1
                        open 0
                        to-server 30
                        to-clients 20
                        waiting-for-server 0
                        waiting-for-clients 0
                        """);
    }

    /** From a shell the line cannot be cut, so a command there would show nothing. */
    @Test
    void afterAFaultNoCommandIsTold() throws Exception {
        FakeMachine desk =
                new FakeMachine(command -> command.words().contains("again") ? says(1, "", "") : says(0, "", ""));
        FakeLink wire = new FakeLink(new Link.Traffic(1, 1, 0, 0, 7, 0));

        Failure failure = catchThrowableOfType(
                Failure.class, () -> runFaults(desk, new FakeMachine(command -> says(0, "", "")), wire));

        assertThat(failure.feedback().summary()).isEqualTo("it gave up");
        assertThat(failure.feedback().reproduce()).isEmpty();
    }

    private void runFaults(FakeMachine desk, FakeMachine store, FakeLink wire) throws Exception {
        DeclaredLab lab = new DeclaredLab(root, FAULTS);
        Around around = new Around(Map.of("desk", desk, "store", store), Map.of("wire", wire));
        lab.checks().run("keeps", lab.submission(PROGRAM), draw(42), around);
    }

    private void assertInvalid(String program, Function<Command, Ran> answers, Place place, String summary)
            throws Exception {
        assertThatThrownBy(() -> run("keeps", program, Map.of("desk", new FakeMachine(answers), "cache", cache)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> {
                    assertThat(invalid.feedback().place()).contains(place);
                    assertThat(invalid.feedback().summary()).isEqualTo(summary);
                });
    }

    private void run(String check, String program, Map<String, FakeMachine> machines) throws Exception {
        DeclaredLab lab = new DeclaredLab(root, CHECKS);
        lab.checks().run(check, lab.submission(program), draw(42), around(machines));
    }

    private static Around around(Map<String, FakeMachine> machines) {
        return new Around(Map.copyOf(machines), Map.of());
    }

    private static Draw draw(long seed) {
        return new Draw(seed, "prepare");
    }
}
