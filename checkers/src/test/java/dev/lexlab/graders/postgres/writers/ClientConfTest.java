package dev.lexlab.graders.postgres.writers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.SubmittedFile;
import org.junit.jupiter.api.Test;

class ClientConfTest {

    @Test
    void readsBothSettingsBetweenCommentsAndEmptyLines() {
        assertThat(read("# of the app\n\nisolation = repeatable read  # enough?\r\nattempts=10\n"))
                .isEqualTo(new ClientConf(Isolation.REPEATABLE_READ, 10));
    }

    @Test
    void readsALevelAsSqlWritesIt() {
        assertThat(read("attempts = 1\nisolation =  READ   COMMITTED").isolation())
                .isEqualTo(Isolation.READ_COMMITTED);
    }

    @Test
    void refusesALevelThatDoesNotExist() {
        refuses("attempts = 1\nisolation = snapshot", "client.conf:2:1: 'snapshot' is no isolation level");
    }

    @Test
    void refusesAttemptsBeyondTheLimits() {
        refuses("isolation = serializable\nattempts = 11", "client.conf:2:1: '11' is no number of attempts");
        refuses("isolation = serializable\nattempts = 0", "client.conf:2:1: '0' is no number of attempts");
        refuses("isolation = serializable\nattempts =", "client.conf:2:1: '' is no number of attempts");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refuses("isolation = serializable\nretries = 3", "client.conf:2:1: there is no setting 'retries'");
        refuses("isolation serializable", "client.conf:1:1: this is no setting");
    }

    @Test
    void refusesASettingThatStandsThereTwice() {
        refuses("attempts = 1\nattempts = 2", "client.conf:2:1: 'attempts' stands here a second time");
    }

    @Test
    void refusesASettingThatIsLeftOut() {
        refuses("isolation = serializable", "client.conf: 'attempts' is missing");
        refuses("", "client.conf: 'isolation' is missing");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Invalid.class).hasMessage(message);
    }

    private static ClientConf read(String text) {
        return ClientConf.read(new SubmittedFile() {
            @Override
            public String path() {
                return "client.conf";
            }

            @Override
            public String text() {
                return text;
            }

            @Override
            public byte[] bytes() {
                return text.getBytes(UTF_8);
            }
        });
    }
}
