package dev.lexlab.site.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lexlab.site.links.LinkState.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a server of this machine; pauses are noted and not made. */
@Timeout(30)
class HostQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration BETWEEN = Duration.ofMillis(700);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private HostQueue queue;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        queue = new HostQueue(new Local(Duration.ofSeconds(20)), pauses::add, BETWEEN);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A path is what the server does: {@code /status/404}, {@code /to/308/status/200}, … */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            asked.add(method + " " + path);
            int time =
                    times.computeIfAbsent(path, unused -> new AtomicInteger()).incrementAndGet();
            String[] words = path.split("/", 4);
            int status = 200;
            if (words[1].equals("status")) {
                status = Integer.parseInt(words[2]);
            } else if (words[1].equals("to")) {
                status = Integer.parseInt(words[2]);
                exchange.getResponseHeaders().set("Location", "/" + words[3]);
            } else if (words[1].equals("no-head")) {
                status = method.equals("HEAD") ? Integer.parseInt(words[2]) : 200;
            } else if (words[1].equals("later")) {
                status = time == 1 ? Integer.parseInt(words[2]) : 200;
                exchange.getResponseHeaders().set("Retry-After", words[3]);
            } else if (words[1].equals("never")) {
                over.await(20, TimeUnit.SECONDS);
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    200, GOOD, ''
                    204, GOOD, ''
                    400, BROKEN, answers 400
                    401, UNKNOWN, is not shown to programs (401); look for yourself
                    403, UNKNOWN, is not shown to programs (403); look for yourself
                    404, BROKEN, there is no such page (404)
                    410, BROKEN, there is no such page (410)
                    429, UNKNOWN, asks us to come back later (429)
                    500, UNKNOWN, has trouble of its own today (500)
                    503, UNKNOWN, has trouble of its own today (503)
                    """)
    void whatAServerSaysDecides(int status, Kind kind, String what) throws InterruptedException {
        assertThat(check("/status/" + status)).isEqualTo(new LinkState(kind, what));
    }

    @Test
    void aPageIsAskedForItsHeadAlone() throws InterruptedException {
        check("/status/200");
        assertThat(asked).containsExactly("HEAD /status/200");
    }

    @ParameterizedTest
    @CsvSource({"404", "405", "501", "403"})
    void aServerThatKnowsNoHeadIsAskedForThePage(int status) throws InterruptedException {
        assertThat(check("/no-head/" + status)).isEqualTo(LinkState.good());
        assertThat(asked).containsExactly("HEAD /no-head/" + status, "GET /no-head/" + status);
        assertThat(pauses).containsExactly(BETWEEN);
    }

    @Test
    void aPageThatMovedForGoodIsSaidToHaveMoved() throws InterruptedException {
        assertThat(check("/to/301/to/308/status/200")).isEqualTo(LinkState.moved(address("/status/200")));
    }

    @Test
    void aPageThatIsElsewhereForNowIsGood() throws InterruptedException {
        assertThat(check("/to/302/status/200")).isEqualTo(LinkState.good());
        assertThat(check("/to/301/to/302/status/200")).isEqualTo(LinkState.good());
    }

    @Test
    void aRedirectToNowhereIsBroken() throws InterruptedException {
        assertThat(check("/to/301/status/404")).isEqualTo(LinkState.broken("there is no such page (404)"));
        assertThat(check("/to/301/to/301/to/301/to/301/to/301/to/301/status/200"))
                .isEqualTo(LinkState.broken("is redirected more than 5 times"));
    }

    @Test
    void redirectsThatGoRoundAreBroken() throws InterruptedException {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Location", "/round");
                exchange.sendResponseHeaders(302, -1);
            }
        });

        assertThat(check("/round")).isEqualTo(LinkState.broken("its redirects go round in a circle"));
    }

    @Test
    void whatFailsIsAskedAgainLaterEachTime() throws InterruptedException {
        check("/status/429");

        assertThat(asked).hasSize(3);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), BETWEEN, Duration.ofSeconds(6), BETWEEN);
    }

    @Test
    void aServerThatSaysWhenIsAskedThen() throws InterruptedException {
        assertThat(check("/later/503/7")).isEqualTo(LinkState.good());
        assertThat(pauses).contains(Duration.ofSeconds(7)).doesNotContain(Duration.ofSeconds(2));

        pauses.clear();
        assertThat(check("/later/429/Thu, 26 Nov 2026 12:00:09 GMT")).isEqualTo(LinkState.good());
        assertThat(pauses).contains(Duration.ofSeconds(9));
    }

    @Test
    void aServerThatSaysTomorrowIsAskedNoMoreToday() throws InterruptedException {
        assertThat(check("/later/429/86400").kind()).isEqualTo(Kind.UNKNOWN);
        int before = asked.size();

        assertThat(check("/status/200")).isEqualTo(LinkState.unknown("asks us to come back later (429)"));
        assertThat(asked).hasSize(before);
    }

    @Test
    void whoGivesNoAnswerInTimeIsUnknown() throws InterruptedException {
        HostQueue impatient = new HostQueue(new Local(Duration.ofMillis(200)), pauses::add, BETWEEN);

        assertThat(impatient.check(address("/never")).state())
                .isEqualTo(LinkState.unknown("gave no answer within 0 s"));
    }

    @Test
    void whoTakesNoConnectionIsUnknown() throws InterruptedException {
        String address = address("/");
        server.stop(0);

        assertThat(queue.check(address))
                .isEqualTo(new HostQueue.Outcome(LinkState.unknown("takes no connection"), true, false));
    }

    @Test
    void aHostThatDoesNotExistIsBroken() throws InterruptedException {
        assertThat(queue.check("http://no-such-host.invalid/").state())
                .isEqualTo(LinkState.broken("there is no such host"));
    }

    @Test
    void addressesOfThisMachineAreNotAsked() throws InterruptedException {
        HostQueue real = new HostQueue(new HttpWeb(Duration.ofSeconds(5), () -> NOW), pauses::add, BETWEEN);

        for (String local : List.of(
                address("/"), "http://127.1.2.3/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/")) {
            assertThat(real.check(local).state().kind()).as(local).isEqualTo(Kind.UNKNOWN);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theAnchorIsNotAskedFor() throws InterruptedException {
        assertThat(check("/status/200#part")).isEqualTo(LinkState.good());
    }

    @Test
    void lettersOfEveryScriptCanBeAskedFor() throws InterruptedException {
        assertThat(check("/page/größe (1)")).isEqualTo(LinkState.good());
        assertThat(asked).containsExactly("HEAD /page/größe (1)");
    }

    private LinkState check(String path) throws InterruptedException {
        return queue.check(address(path)).state();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The client itself, for which this machine is as good as the web. */
    private record Local(HttpWeb web) implements Web {
        Local(Duration patience) {
            this(new HttpWeb(patience, () -> NOW));
        }

        @Override
        public Answer ask(String method, URI address) throws InterruptedException {
            return web.ask(method, address);
        }

        @Override
        public boolean isPublic(URI address) {
            return true;
        }
    }
}
