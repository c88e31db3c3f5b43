package dev.lexlab.graders.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.TestEvidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.text.Untrusted;
import org.junit.jupiter.api.Test;

class PrivacyTest {
    private static final Site SITE = new Site(8123, 9090, "<p>first</p>\n", "<p>later</p>\n");
    private static final String LOOPBACK = "   0: 0100007F:1FBB 00000000:0000 0A 00000000:00000000\n";
    private static final String ALL = "   1: 00000000:2382 00000000:0000 0A 00000000:00000000\n";
    private final FakeMachine dev = new FakeMachine("dev");
    private final FakeMachine neighbour = new FakeMachine("neighbour");
    private final Privacy privacy = new Privacy(SITE, dev, neighbour, new TestEvidence());

    @Test
    void isKeptWhereDevListensForItselfAndTheNeighbourIsTurnedAway() {
        dev.answering("/proc/net/tcp", 0, LOOPBACK, "");
        neighbour.answering("curl", 7, "", "curl: (7) Failed to connect");

        assertThatCode(privacy::expectNothingOpen).doesNotThrowAnyException();
        assertThat(neighbour.typed).singleElement().asString().contains("http://dev:8123/");
    }

    @Test
    void isBrokenByAnyOpenPort() {
        dev.answering("/proc/net/tcp", 0, LOOPBACK + ALL, "");
        neighbour.answering("curl", 52, "", "curl: (52) Empty reply from server");

        Failure failure = catchThrowableOfType(Failure.class, privacy::expectNothingOpen);

        assertThat(failure.diagnosis()).isEqualTo("open-to-network");
        assertThat(failure.feedback().summary()).isEqualTo("dev listens for its whole network, at port 9090");
        assertThat(failure.feedback().reproduce())
                .hasValueSatisfying(shown -> assertThat(shown.command().value()).isEqualTo("curl -i http://dev:9090/"));
    }

    @Test
    void isBrokenByANeighbourWithThePageWhateverTheKernelLists() {
        dev.answering("/proc/net/tcp", 0, LOOPBACK, "");
        neighbour.answering("curl", 0, SITE.page() + "\n200", "");

        Failure failure = catchThrowableOfType(Failure.class, privacy::expectNothingOpen);

        assertThat(failure.feedback().summary())
                .isEqualTo("a neighbour on dev's network gets the page without any tunnel, at dev:8123");
        assertThat(failure.feedback().seen())
                .map(Untrusted::value)
                .hasValueSatisfying(seen -> assertThat(seen).endsWith("the neighbour gets 200: <p>first</p>"));
    }
}
