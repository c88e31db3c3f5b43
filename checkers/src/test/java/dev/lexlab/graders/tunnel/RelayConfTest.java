package dev.lexlab.graders.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.lab.text.Untrusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayConfTest {
    private static final String SCRIPT = "put-in-force";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Match all",
                " \t # ForceCommand true\n\n",
                "GatewayPorts yes",
                "  gatewayports=clientspecified\r\n",
                "PERMITLISTEN \"9000\"\nClientAliveInterval 5\n\tClientAliveCountMax 3\nAllowTcpForwarding all\nPermitOpen any"
            })
    void takesWhatARelayMayBeTold(String text) {
        assertThatCode(() -> RelayConf.of(conf(text))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Match all",
                " Include /etc/passwd",
                "forcecommand=true",
                "\"GatewayPorts\" yes",
                "GatewayPort yes",
                "=ForceCommand true",
                "= =",
                "\u00a0GatewayPorts yes",
                "\fMatch all",
                "#\u2028\nPermitTTY yes"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> RelayConf.of(conf(text))).isInstanceOf(Invalid.class);
    }

    @Test
    void saysWhereTheKeywordIsAndWhichThereAre() {
        Invalid invalid = catchThrowableOfType(
                Invalid.class,
                () -> RelayConf.of(conf("GatewayPorts yes\n\n  Match User tunnel\n    PermitTTY yes\n")));

        assertThat(invalid).hasMessage("relay.conf:3:3: this keyword may not stand here");
        assertThat(invalid.feedback().seen()).map(Untrusted::value).contains("Match");
        assertThat(invalid.feedback().next())
                .contains("Use one of GatewayPorts, AllowTcpForwarding, PermitListen, PermitOpen, ClientAliveInterval,"
                        + " ClientAliveCountMax.");
    }

    @Test
    void showsTheLineThatSshdRefuses() {
        FakeMachine relay = new FakeMachine("relay").answering(SCRIPT, 65, "", """
                        /srv/lexlab/relay.conf line 2: keyword GatewayPorts extra arguments at end of line
                        /srv/lexlab/relay.conf: terminating, 1 bad configuration options
                        """);
        RelayConf conf = RelayConf.of(conf("# all\nGatewayPorts yes yes\n"));

        Invalid invalid = catchThrowableOfType(Invalid.class, () -> conf.putInForce(relay));

        assertThat(invalid).hasMessage("relay.conf:2: the relay's sshd refuses this line");
        assertThat(invalid.feedback().seen())
                .map(Untrusted::value)
                .contains("GatewayPorts extra arguments at end of line");
    }

    @Test
    void blamesNobodyForARelayThatStaysDown() {
        FakeMachine relay = new FakeMachine("relay").answering(SCRIPT, 1, "", "sshd does not come back");

        assertThatThrownBy(() -> RelayConf.of(conf("")).putInForce(relay))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the relay does not start again: exit code 1: sshd does not come back");
    }

    private static FakeSubmission conf(String text) {
        return new FakeSubmission("relay.conf", text);
    }
}
