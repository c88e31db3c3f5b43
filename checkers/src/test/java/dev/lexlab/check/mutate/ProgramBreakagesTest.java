package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Programs in Python, shell and Perl, and configurations of ssh. */
class ProgramBreakagesTest {

    @Test
    void breaksPython() {
        assertThat(Listed.of("declare", """
                        #!/usr/bin/env python3
                        \"\"\"Says True == 1.\"\"\"
                        import os  # not broken

                        if a == 1:
                            channel.queue_declare("q", durable=True, limit=None)
                        for p in ("x.#", "*.y", "late"):
                            bind(p, key=f"#.{p}")
                        connection.close()
                        """))
                .containsExactly(
                        "5: '==' → '!='",
                        "5: '1' → '2'",
                        "5: '1' → '0'",
                        "6: 'channel.queue_declare(\"q\", durable=True, limit=None)' → dropped",
                        "6: 'q' → 'r'",
                        "6: 'True' → 'False'",
                        "6: 'limit=None' → dropped",
                        "7: '\"x.#\"' → dropped",
                        "7: 'x' → 'y'",
                        "7: 'x' → dropped",
                        "7: '#' → dropped",
                        "7: '#' → '*'",
                        "7: '\"*.y\"' → dropped",
                        "7: '*' → '#'",
                        "7: '*' → dropped",
                        "7: 'y' → dropped",
                        "7: 'y' → 'z'",
                        "7: '\"late\"' → dropped",
                        "7: 'late' → 'latf'",
                        "8: 'bind(p, key=f\"#.{p}\")' → dropped",
                        "8: 'key=f\"#.{p}\"' → dropped",
                        "8: '#' → '*'",
                        "8: '#' → dropped",
                        "8: '{p}' → dropped");
    }

    @Test
    void keepsBlocksOfPythonValidAndLeavesWaitsAlone() {
        assertThat(Listed.results("a.py", "while True:\n    run()\n    sleep(pause)\n    pause = min(2 * pause, 10)\n"))
                .containsExactlyInAnyOrder(
                        "while False:\n    run()\n    sleep(pause)\n    pause = min(2 * pause, 10)\n",
                        "while True:\n    pass\n    sleep(pause)\n    pause = min(2 * pause, 10)\n");
    }

    @Test
    void aDeliveryModeIsOneOfTwo() {
        assertThat(Listed.of("a.py", "x = P(delivery_mode=2)"))
                .containsExactly("1: 'x = P(delivery_mode=2)' → dropped", "1: '2' → '1'");
    }

    @Test
    void breaksATunnel() {
        assertThat(Listed.of(
                        "tunnel",
                        "#!/bin/sh\n# ssh -N\nexec ssh -N -o A=yes -R \"0.0.0.0:$P:127.0.0.1:$Q\" relay\nsleep 1\n"))
                .containsExactly(
                        "3: 'exec ssh -N -o A=yes -R \"0.0.0.0:$P:127.0.0.1:$Q\" relay' → dropped",
                        "3: '-N' → dropped",
                        "3: '-o A=yes' → dropped",
                        "3: '-R \"0.0.0.0:$P:127.0.0.1:$Q\"' → dropped",
                        "3: '-R' → '-L'",
                        "3: '0.0.0.0:' → dropped",
                        "3: '0.0.0.0:' → '127.0.0.1:'",
                        "3: '$' → dropped",
                        "3: '$P:127.0.0.1:$Q' → '$Q:127.0.0.1:$P'",
                        "3: '127.0.0.1' → '127.0.0.2'",
                        "3: '$' → dropped",
                        "3: 'relay' → 'relaz'");
    }

    @Test
    void breaksAShellsLoopsAndSettings() {
        assertThat(Listed.of(
                        "declare.sh", "set -eu\nfor w in late lost; do\n  bind \"$w\" type=topic durable=true\ndone"))
                .containsExactly(
                        "2: 'late' → dropped",
                        "2: 'late' → 'latf'",
                        "2: 'lost' → dropped",
                        "2: 'lost' → 'losu'",
                        "3: 'bind \"$w\" type=topic durable=true' → dropped",
                        "3: '$w' → 'w'",
                        "3: 'type=topic' → dropped",
                        "3: 'topic' → 'direct'",
                        "3: 'topic' → 'fanout'",
                        "3: 'true' → 'false'");
    }

    @Test
    void leavesDeclarationsOfAShellAloneAndWhatMakesACommandStricter() {
        assertThat(Listed.of("restore", """
                        #!/bin/sh
                        local a
                        psql -q -v ON_ERROR_STOP=1 -f a
                        psql --set=ON_ERROR_STOP=1
                        pg_restore --exit-on-error -C
                        """))
                .containsExactly(
                        "3: 'psql -q -v ON_ERROR_STOP=1 -f a' → dropped",
                        "3: '-f' → dropped",
                        "3: 'a' → 'b'",
                        "4: 'psql --set=ON_ERROR_STOP=1' → dropped",
                        "5: 'pg_restore --exit-on-error -C' → dropped",
                        "5: '-C' → dropped");
    }

    @Test
    void breaksPerlButNotWhatTidiesUp() {
        assertThat(Listed.of("archive", "#!/usr/bin/perl\nEND { unlink $part }\ncopy($a, $b) or die;\nunlink $b;\n"))
                .containsExactly("3: 'copy($a, $b) or die;' → dropped");
    }

    @Test
    void breaksPerl() {
        assertThat(
                        Listed.of(
                                "declare",
                                "#!/usr/bin/perl\nuse strict; # 'x'\nmy %p = ('a' => ['b.#'], 'c' => [qw(d e)]);\nask('{\"durable\": true}') == 0 or exit 1;\n"))
                .containsExactly(
                        "3: ''a' => ['b.#']' → dropped",
                        "3: 'a' → 'b'",
                        "3: ''b.#'' → dropped",
                        "3: 'b' → 'c'",
                        "3: 'b' → dropped",
                        "3: '#' → dropped",
                        "3: '#' → '*'",
                        "3: ''c' => [qw(d e)]' → dropped",
                        "3: 'c' → 'd'",
                        "3: 'qw(d e)' → dropped",
                        "3: 'd' → dropped",
                        "3: 'd' → 'e'",
                        "3: 'e' → dropped",
                        "3: 'e' → 'f'",
                        "4: 'ask('{\"durable\": true}') == 0 or exit 1;' → dropped",
                        "4: 'true' → 'false'",
                        "4: '==' → '!='");
    }

    @Test
    void breaksConfigurationsOfSsh() {
        assertThat(
                        Listed.of(
                                "relay.conf",
                                "# GatewayPorts no\nClientAliveInterval 5\nGatewayPorts clientspecified\nPermitListen = \"any\"\n"))
                .containsExactly(
                        "3: 'GatewayPorts clientspecified' → dropped",
                        "3: 'clientspecified' → 'yes'",
                        "4: 'PermitListen = \"any\"' → dropped");
        assertThat(Listed.of(
                        "forwards", "Host relay\n    RemoteForward *:1 127.0.0.1:2\n    ExitOnForwardFailure yes\n"))
                .containsExactly(
                        "2: 'RemoteForward *:1 127.0.0.1:2' → dropped",
                        "2: '*:' → dropped",
                        "2: '*:' → '127.0.0.1:'",
                        "2: '1 127.0.0.1:2' → '2 127.0.0.1:1'",
                        "2: '127.0.0.1' → '127.0.0.2'",
                        "3: 'yes' → 'no'");
    }

    @Test
    void ofAnythingElseItLeavesOutLines() {
        assertThat(Listed.of("motd.txt", "one\n# two\n\n  three\n"))
                .containsExactly("1: 'one' → dropped", "4: 'three' → dropped");
    }
}
