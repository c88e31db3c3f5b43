package dev.lexlab.site.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LinkCheckTest {
    private static final String GOOD = "https://a.example/good";
    private static final String GONE = "https://a.example/gone";
    private static final String OTHER = "https://b.example/good";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private boolean network = true;

    @TempDir
    Path folder;

    @Test
    void whatIsGoodIsRememberedForSomeDaysAndNothingElseIs() throws InterruptedException {
        check(false, GOOD, GONE);
        asked.clear();
        now = now.plus(Duration.ofDays(2));

        LinkCheck.Result second = check(false, GOOD, GONE);

        assertThat(asked).containsOnly(GONE);
        assertThat(second.remembered()).isEqualTo(1);
        assertThat(second.states().get(GOOD)).isEqualTo(LinkState.good());
        assertThat(second.states().get(GONE)).isEqualTo(LinkState.broken("there is no such page (404)"));

        asked.clear();
        now = now.plus(Duration.ofDays(6));
        check(false, GOOD);
        assertThat(asked).containsExactly(GOOD);
    }

    @Test
    void refreshAsksForEverything() throws InterruptedException {
        check(false, GOOD);
        asked.clear();

        check(true, GOOD);

        assertThat(asked).containsExactly(GOOD);
    }

    @Test
    void aMemoryThatWasDamagedIsNoMemory() throws Exception {
        check(false, GOOD);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("GOOD", "GOD"));
            }
        }
        asked.clear();

        assertThat(check(false, GOOD).states().get(GOOD)).isEqualTo(LinkState.good());
        assertThat(asked).containsExactly(GOOD);
    }

    @Test
    void progressCountsToTheEnd() throws InterruptedException {
        List<String> told = new ArrayList<>();

        create(false).check(List.of(GOOD, OTHER, GONE, GOOD), (done, all) -> told.add(done + "/" + all));

        assertThat(told).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void withoutANetworkNothingIsKnown() throws InterruptedException {
        network = false;

        assertThat(check(false, GOOD, OTHER).answered()).isFalse();

        network = true;
        assertThat(check(false, GOOD).answered()).isTrue();
        assertThat(check(false).answered()).as("nothing to ask").isTrue();
    }

    private LinkCheck.Result check(boolean refresh, String... urls) throws InterruptedException {
        return create(refresh).check(List.of(urls), (done, all) -> {});
    }

    private LinkCheck create(boolean refresh) {
        return new LinkCheck(new LinkMemory(folder, () -> now), new FakeWeb(), time -> {}, refresh);
    }

    private final class FakeWeb implements Web {
        @Override
        public Answer ask(String method, URI address) {
            asked.add(address.toString());
            if (!network) {
                return Answer.failed(Answer.Failure.NO_SUCH_HOST, "there is no such host");
            }
            int status = address.getPath().equals("/gone") ? 404 : 200;
            return new Answer(status, Optional.empty(), Optional.empty(), Answer.Failure.NONE, "");
        }

        @Override
        public boolean isPublic(URI address) {
            return true;
        }
    }
}
