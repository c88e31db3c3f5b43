package dev.lexlab.graders.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.author.Invalid;
import org.junit.jupiter.api.Test;

class LearnersProgramTest {
    private static final String SHELL = "#!/bin/sh\n# two\nexec ssh \"relay\n";
    private final FakeMachine dev = new FakeMachine("dev");
    private final LearnersProgram tunnel = new LearnersProgram("tunnel", dev);

    @Test
    void cannotStartWithoutAWordOnWhatRunsIt() {
        assertThatThrownBy(() -> tunnel.refuseUnstartable(program("ssh -N relay\n")))
                .isInstanceOf(Invalid.class)
                .hasMessage("tunnel:1:1: this program cannot be started: its first line does not say what runs it");
    }

    @Test
    void cannotStartWithLineEndsOfWindows() {
        assertThatThrownBy(() -> tunnel.refuseUnstartable(program("#!/bin/sh\r\nexec ssh relay\r\n")))
                .isInstanceOf(Invalid.class)
                .hasMessage("tunnel:1: this program cannot be started: its lines end as on Windows");
    }

    @Test
    void isRefusedAtTheLastLineWhereTheShellSawItsEnd() {
        dev.answering("sh -n tunnel", 2, "", "tunnel: 4: Syntax error: Unterminated quoted string\n");

        assertThatThrownBy(() -> tunnel.refuseUnstartable(program(SHELL)))
                .isInstanceOf(Invalid.class)
                .hasMessage("tunnel:3: this program cannot be read");
    }

    @Test
    void isRefusedAtTheLineThatBashTells() {
        dev.answering("bash -n tunnel", 2, "", "tunnel: line 2: syntax error near unexpected token `)'\n");

        assertThatThrownBy(() -> tunnel.refuseUnstartable(program("#!/bin/bash\n)\n")))
                .isInstanceOf(Invalid.class)
                .hasMessage("tunnel:2: this program cannot be read");
    }

    @Test
    void isRefusedAtTheLineOfTheFileAndNotOfPythonItself() {
        dev.answering("ast.parse", 1, "", """
                Traceback (most recent call last):
                  File "<string>", line 1, in <module>
                  File "/usr/lib/python3.13/ast.py", line 50, in parse
                  File "tunnel", line 2
                    import (
                           ^
                SyntaxError: '(' was never closed
                """);

        assertThatThrownBy(() -> tunnel.refuseUnstartable(program("#!/usr/bin/env python3\nimport (\n")))
                .isInstanceOf(Invalid.class)
                .hasMessage("tunnel:2: this program cannot be read");
    }

    @Test
    void isNotReadInLanguagesNobodyKnowsHere() {
        tunnel.refuseUnstartable(program("#!/usr/bin/perl\n(\n"));

        assertThat(dev.typed).isEmpty();
    }

    @Test
    void tellsHowItEndedAndWhatItSaidLast() {
        dev.answering("tunnel.ended", 0, "255\n", "").answering("tunnel.log", 0, "connecting\nno such port\n\n", "");

        assertThat(tunnel.inWords()).isEqualTo("./tunnel ended with exit code 255; it said last: no such port");
    }

    @Test
    void tellsThatItRunsInSilence() {
        dev.answering("tunnel.ended", 1, "", "cat: no such file");

        assertThat(tunnel.inWords()).isEqualTo("./tunnel is running and said nothing");
    }

    private static FakeSubmission program(String text) {
        return new FakeSubmission("tunnel", text);
    }
}
