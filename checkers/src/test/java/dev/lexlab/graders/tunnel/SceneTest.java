package dev.lexlab.graders.tunnel;

import static dev.lexlab.graders.tunnel.SocketsTest.listening;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Web.Answer;
import dev.lexlab.lab.text.Untrusted;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final int PORT = 9090;
    private static final String ALL = "00000000:2382";
    private static final String LOOPBACK = "0100007F:2382";
    private static final String OTHER = "00000000:1F90";
    private static final String SSHD = "00000000:08AE";
    private static final Answer REFUSED =
            new Answer("http://relay:9090/", 0, "", "curl: (7) Failed to connect to relay port 9090");
    private static final Answer RESET = new Answer("http://relay:9090/", 0, "", "curl: (52) Empty reply from server");

    @Test
    void knowsATunnelThatLeadsNowhere() {
        Failure failure = scene(listening(SSHD, ALL), listening(), false).failure(RESET);

        assertThat(failure.diagnosis()).isEqualTo("leads-nowhere");
        assertThat(seen(failure)).isEqualTo("the connection was taken, and no answer came back; ./tunnel …");
    }

    @Test
    void knowsAPortThatIsOpenForOthersOnly() {
        Failure failure = scene(listening(SSHD, LOOPBACK), listening(), true).failure(REFUSED);

        assertThat(failure.diagnosis()).isEqualTo("not-for-visitors");
        assertThat(seen(failure)).isEqualTo("the relay listens at 127.0.0.1:9090 only");
    }

    @Test
    void knowsThePortOnTheWrongSide() {
        Failure failure = scene(listening(SSHD), listening(ALL), false).failure(REFUSED);

        assertThat(failure.diagnosis()).isEqualTo("wrong-direction");
        assertThat(seen(failure)).isEqualTo("dev listens at 0.0.0.0:9090");
    }

    @Test
    void saysHowTheTunnelEndedWhereNobodyListens() {
        Failure failure = scene(listening(SSHD), listening(), true).failure(REFUSED);

        assertThat(failure.diagnosis()).isEqualTo("tunnel-ended");
        assertThat(seen(failure)).isEqualTo("./tunnel …");
    }

    @Test
    void saysWhereTheRelayListensInstead() {
        Failure failure = scene(listening(SSHD, OTHER), listening(OTHER), false).failure(REFUSED);

        assertThat(failure.diagnosis()).isEqualTo("nobody-listens");
        assertThat(seen(failure)).isEqualTo("the relay listens at 0.0.0.0:8080; ./tunnel …");
    }

    private static Scene scene(Sockets relay, Sockets dev, boolean isTunnelOver) {
        return new Scene(PORT, relay, dev, isTunnelOver, "./tunnel …");
    }

    private static String seen(Failure failure) {
        return failure.feedback().seen().map(Untrusted::value).orElse("");
    }
}
