package dev.lexlab.graders.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.lab.text.Untrusted;
import org.junit.jupiter.api.Test;

class LearnerProgramTest {
    /** Where a submission lies in a sandbox. */
    private static final String INSIDE = "/" + "work" + "/";

    @Test
    void isGoneOnWithWhereItSucceeds() {
        LearnerProgram program = FakeWorker.succeeding(command -> {}).holding("declare", "#!/bin/sh\n");

        assertThatCode(program::runOrRefuse).doesNotThrowAnyException();
    }

    @Test
    void isRefusedWithoutAnInterpreter() {
        Invalid invalid = refusal(FakeWorker.ending(0, "").holding("declare", "import pika\n"));

        assertThat(invalid).hasMessage("declare:1:1: nothing says what should run ./declare");
        assertThat(invalid.feedback().next()).isPresent();
    }

    @Test
    void isRefusedWithLineEndsThatTheKernelTakesForAName() {
        Invalid invalid = refusal(FakeWorker.ending(127, "env: 'python3\r': No such file or directory")
                .holding("declare", "#!/usr/bin/env python3\r\nimport pika\r\n"));

        assertThat(invalid).hasMessageContaining("line ends of Windows");
    }

    @Test
    void isRefusedWhereItsInterpreterIsMissing() {
        Invalid invalid = refusal(FakeWorker.ending(127, "env: 'ruby': No such file or directory")
                .holding("declare", "#!/usr/bin/env ruby\n"));

        assertThat(invalid).hasMessageContaining("cannot be started");
        assertThat(invalid.feedback().seen().map(Untrusted::value))
                .hasValueSatisfying(seen -> assertThat(seen).contains("ruby"));
    }

    @Test
    void isRefusedAtTheLineThatPythonCannotRead() {
        Invalid invalid =
                refusal(FakeWorker.ending(1, """
                  File "INSIDE/./declare", line 14
                    channel.queue_bind("tracking"
                                      ^
                SyntaxError: '(' was never closed
                """.replace("INSIDE/", INSIDE)).holding("declare"));

        assertThat(invalid).hasMessage("declare:14: ./declare is no Python program yet");
        assertThat(invalid.feedback().seen().map(Untrusted::value)).contains("SyntaxError: '(' was never closed");
    }

    @Test
    void isRefusedWithWhatItSaidLast() {
        Invalid invalid =
                refusal(FakeWorker.ending(1, """
                Traceback (most recent call last):
                  File "INSIDE/./declare", line 12, in <module>
                    channel.exchange_declare("events", exchange_type="topics")
                  File "/usr/lib/python3/dist-packages/pika/channel.py", line 90, in exchange_declare
                    raise error
                pika.exceptions.ConnectionClosedByBroker: (503, "COMMAND_INVALID - unknown exchange type 'topics'")
                """.replace("INSIDE/", INSIDE)).holding("declare"));

        assertThat(invalid).hasMessage("declare:12: ./declare does not succeed");
        assertThat(invalid.feedback().seen().map(Untrusted::value))
                .contains("exit code 1: pika.exceptions.ConnectionClosedByBroker:"
                        + " (503, \"COMMAND_INVALID - unknown exchange type 'topics'\")");
    }

    @Test
    void isToldWhereTheBrokerIsWhenItFindsNone() {
        Invalid invalid = refusal(
                FakeWorker.ending(1, "pika.exceptions.AMQPConnectionError\n").holding("declare"));

        assertThat(invalid.feedback().next())
                .contains("The broker is another machine: take its address from the variable AMQP_URL.");
    }

    private static Invalid refusal(LearnerProgram program) {
        return catchThrowableOfType(Invalid.class, program::runOrRefuse);
    }
}
