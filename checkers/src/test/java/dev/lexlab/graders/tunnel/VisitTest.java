package dev.lexlab.graders.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.TestEvidence;
import dev.lexlab.check.author.Failure;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Site SITE = new Site(8123, 9090, "<p>first</p>\n", "<p>later</p>\n");
    private final FakeMachine relay = new FakeMachine("relay").answering("/proc/net/tcp", 0, SocketsTest.HEAD, "");
    private final FakeMachine dev = new FakeMachine("dev").answering("/proc/net/tcp", 0, SocketsTest.HEAD, "");
    private final FakeMachine visitor = new FakeMachine("visitor");
    private final TestEvidence evidence = new TestEvidence();
    private final Visit visit = new Visit(SITE, relay, dev, visitor, evidence);

    @Test
    void isSatisfiedByThePageAndNothingElse() {
        visitor.answering("http://relay:9090/", 0, SITE.page() + "\n200", "");

        assertThatCode(() -> visit.expect(SITE.page())).doesNotThrowAnyException();
        assertThat(evidence.traces.get("who asked whom for the page"))
                .containsExactly("visitor -> relay: GET http://relay:9090/", "relay => visitor: 200: <p>first</p>");
        assertThat(evidence.texts.get("who listens where")).endsWith("dev has no connection to the relay's sshd\n");
    }

    @Test
    void comesOnlyOnceWhereTheTunnelGaveUp() {
        visitor.answering("curl", 7, "", "curl: (7) Failed to connect");
        dev.answering("tunnel.ended", 0, "255\n", "");

        Failure failure = catchThrowableOfType(Failure.class, () -> visit.expect(SITE.page()));

        assertThat(failure.diagnosis()).isEqualTo("tunnel-ended");
        assertThat(visitor.typed).hasSize(1);
    }

    @Test
    void knowsTheCopyFromBefore() {
        visitor.answering("curl", 0, SITE.page() + "\n200", "");
        dev.answering("tunnel.ended", 0, "1\n", "");

        Failure failure = catchThrowableOfType(Failure.class, () -> visit.expect(SITE.laterPage()));

        assertThat(failure.diagnosis()).isEqualTo("stale-copy");
    }

    @Test
    void saysWhatToDoAboutAPageThatNobodyKnows() {
        visitor.answering("curl", 0, "Not found\n404", "");
        dev.answering("tunnel.ended", 0, "1\n", "");

        Failure failure = catchThrowableOfType(Failure.class, () -> visit.expect(SITE.page()));

        assertThat(failure.diagnosis()).isEmpty();
        assertThat(failure.feedback().next())
                .contains("Let the tunnel lead to 127.0.0.1 and $PAGE_PORT on dev: something else answers there now.");
    }
}
