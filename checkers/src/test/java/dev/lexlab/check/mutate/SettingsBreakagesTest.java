package dev.lexlab.check.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsBreakagesTest {

    @Test
    void leavesOutSettingsAndChangesTheirValues() {
        assertThat(Listed.of("client.conf", """
                        # how the bank's programs begin
                        isolation = serializable
                        attempts  = 10  # tries
                        hot_standby on
                        name = 'before the drop'
                        """))
                .containsExactly(
                        "2: 'isolation = serializable' → dropped",
                        "2: 'serializable' → 'repeatable read'",
                        "3: 'attempts = 10 # tries' → dropped",
                        "3: '10' → '1'",
                        "4: 'hot_standby on' → dropped",
                        "4: 'on' → 'off'",
                        "5: 'name = 'before the drop'' → dropped");
    }

    @Test
    void leavesTheServerOfTunnelsToItsOwnKind() {
        assertThat(Listed.of("relay.conf", "GatewayPorts clientspecified")).contains("1: 'clientspecified' → 'yes'");
    }
}
