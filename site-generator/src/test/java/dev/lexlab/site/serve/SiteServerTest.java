package dev.lexlab.site.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SiteServerTest {
    @TempDir
    Path folder;

    private final MemorySite site = new MemorySite();
    private SiteServer server;

    @BeforeEach
    void serveASite() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "not for you");
        site.show("one");
        server = SiteServer.start(site, folder.resolve("results"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesAPageWithItsTypeAndAsksBrowsersToComeBackForIt() throws IOException {
        String answer = ask("GET", "/tea/leaf.html");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-type: text/html; charset=utf-8\r\n", "Cache-control: no-cache\r\n")
                .contains("X-content-type-options: nosniff\r\n")
                .endsWith("\r\n\r\nleaf of one");
        assertThat(ask("GET", "/theme/lexlab.css")).contains("Content-type: text/css; charset=utf-8\r\n");
    }

    @Test
    void tellsWhatGradingsFoundAndNothingElse() throws IOException {
        assertThat(ask("GET", "/_lexlab/results")).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");

        Path result =
                Files.createDirectories(folder.resolve("results/tea/pour")).resolve("result.json");
        Files.writeString(result, "{\"schema\": \"lexlab/result/v1\"}");
        Files.writeString(result.resolveSibling("report.html"), "not asked for");
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("results/tea/link")).resolve("result.json"),
                folder.resolve("secret.txt"));

        assertThat(ask("GET", "/_lexlab/results")).endsWith("\r\n\r\ntea/link\ntea/pour\n");
        assertThat(ask("GET", "/_lexlab/results/tea/pour"))
                .contains("Content-type: application/json\r\n")
                .endsWith("{\"schema\": \"lexlab/result/v1\"}");
        for (String other :
                List.of("tea/brew", "tea/link", "tea/pour/report.html", "../secret.txt", "tea/..%2f..%2fsecret.txt")) {
            assertThat(ask("GET", "/_lexlab/results/" + other))
                    .as(other)
                    .startsWith("HTTP/1.1 404 ")
                    .doesNotContain("not for you", "not asked for");
        }
    }

    @Test
    void aFolderMeansItsFirstPage() throws IOException {
        assertThat(ask("GET", "/")).startsWith("HTTP/1.1 200 ").endsWith("home of one");
        assertThat(ask("GET", "/tea/")).startsWith("HTTP/1.1 200 ").endsWith("tea of one");
        assertThat(ask("GET", "/tea")).startsWith("HTTP/1.1 302 ").contains("Location: /tea/\r\n");
    }

    @Test
    void headSaysHowLongAPageIsWithoutSendingIt() throws IOException {
        assertThat(ask("HEAD", "/tea/leaf.html"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-length: 11\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void anotherSiteIsServedAtOnce() throws IOException {
        site.show("two");
        assertThat(ask("GET", "/tea/leaf.html")).endsWith("leaf of two");
    }

    @Test
    void whatIsNotThereIsThePageForThat() throws IOException {
        assertThat(ask("GET", "/tea/coffee.html")).startsWith("HTTP/1.1 404 ").endsWith("lost in one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/tea/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/tea/..%2f..%2fsecret.txt",
                "//secret.txt",
                "/%00",
                "/tea"
            })
    void nothingOutsideTheSiteIsServed(String path) throws IOException {
        assertThat(ask("GET", path)).doesNotContain("not for you").doesNotStartWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:PORT", "localhost:1", "localhost", "127.0.0.1.nip.io:PORT"})
    void aStrangeHostIsRefused(String host) throws IOException {
        assertThat(send("GET / HTTP/1.1\r\nHost: " + port(host) + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("This server answers at http://localhost:" + server.port() + "/ only.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "https://localhost:PORT"})
    void aPageOfAnotherOriginIsRefused(String origin) throws IOException {
        assertThat(askFrom(origin)).startsWith("HTTP/1.1 403 ").endsWith("Pages of other sites get no answer here.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:PORT", "http://127.0.0.1:PORT"})
    void ourOwnPagesAreAnswered(String origin) throws IOException {
        assertThat(askFrom(origin)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void pagesCanOnlyBeRead(String method) throws IOException {
        assertThat(ask(method, "/")).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD\r\n");
    }

    @Test
    void listensOnThisMachineOnlyAndTakesTheNextPortWhereOneIsTaken() throws IOException {
        try (SiteServer second = SiteServer.start(site, folder.resolve("results"), server.port())) {
            assertThat(second.port()).isGreaterThan(server.port());
        }
        // Every address of 127.0.0.0/8 is this machine, and a server that listens everywhere would be found here too.
        try (ServerSocket other = new ServerSocket(server.port(), 1, InetAddress.getByName("127.0.0.2"))) {
            assertThat(other.isBound()).isTrue();
        }
    }

    @Test
    void tellsOpenPagesToReload() throws IOException {
        try (EventStream page = new EventStream()) {
            String version = page.next();
            server.reload();
            String reload = page.next();
            assertThat(version).matches("version: -?\\d+");
            assertThat(reload).matches("reload: -?\\d+").isNotEqualTo(version.replace("version", "reload"));
        }
    }

    @Test
    void aPageComesWithTheVersionThatOpenPagesAreTold() throws IOException {
        try (EventStream page = new EventStream()) {
            String version = page.next().replace("version: ", "");
            assertThat(ask("GET", "/tea/leaf.html")).contains("Server-timing: version;desc=\"" + version + "\"\r\n");

            server.reload();

            String next = page.next().replace("reload: ", "");
            assertThat(ask("GET", "/tea/leaf.html")).contains("Server-timing: version;desc=\"" + next + "\"\r\n");
        }
    }

    @Test
    void showsProblemsToOpenPagesAndToThoseThatComeLaterUntilTheyAreSolved() throws IOException {
        try (EventStream page = new EventStream()) {
            page.next();
            server.problems(problems());
            assertThat(page.next())
                    .isEqualTo("problems: content/a.md:3: error: term 'wall' is not defined; did you mean 'wal'?"
                            + " | content/b.md: error: two lines");
            try (EventStream late = new EventStream()) {
                late.next();
                assertThat(late.next()).startsWith("problems: content/a.md:3: error: ");
            }
            server.problems(List.of());
            assertThat(page.next()).isEqualTo("solved: all");
            server.problems(problems());
            page.next();
            server.reload();
            assertThat(page.next()).startsWith("reload: ");
            server.problems(List.of());
            assertThat(page.next()).isEqualTo("solved: all");
        }
    }

    @Test
    void eventsAreForOurOwnPagesOnly() throws IOException {
        assertThat(send("GET /_lexlab/events HTTP/1.1\r\nHost: localhost:" + server.port()
                        + "\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void beforeTheFirstBuildItSaysWhatIsWrong() throws IOException {
        site.takeAway();
        assertThat(ask("GET", "/"))
                .startsWith("HTTP/1.1 503 ")
                .contains("Refresh: 1\r\n")
                .endsWith("The site is being built.\n");
        server.problems(problems());
        assertThat(ask("GET", "/")).contains("could not be built", "content/a.md:3: error: term 'wall'");
    }

    private static List<Problem> problems() {
        return List.of(
                new Problem(Place.of("content/a.md", 3), "term 'wall' is not defined", "did you mean 'wal'?"),
                new Problem(Place.of("content/b.md"), "two\nlines", ""));
    }

    /** A few pages, which say the site's name. */
    private static final class MemorySite implements SiteSource {
        private volatile Map<String, byte[]> files = Map.of();

        void show(String name) {
            files = Map.of(
                    "index.html", ("home of " + name).getBytes(UTF_8),
                    "404.html", ("lost in " + name).getBytes(UTF_8),
                    "tea/index.html", ("tea of " + name).getBytes(UTF_8),
                    "tea/leaf.html", ("leaf of " + name).getBytes(UTF_8),
                    "theme/lexlab.css", new byte[0]);
        }

        void takeAway() {
            files = Map.of();
        }

        @Override
        public boolean isThere() {
            return !files.isEmpty();
        }

        @Override
        public Optional<byte[]> file(String path) {
            return Optional.ofNullable(files.get(path));
        }
    }

    private String ask(String method, String path) throws IOException {
        return send(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nConnection: close\r\n\r\n");
    }

    private String askFrom(String origin) throws IOException {
        return send("GET / HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nOrigin: " + port(origin)
                + "\r\nConnection: close\r\n\r\n");
    }

    private String port(String text) {
        return text.replace("PORT", String.valueOf(server.port()));
    }

    /** By hand, for a well-behaved client cannot lie about its host. */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** An open page. */
    private final class EventStream implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        private final BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

        EventStream() throws IOException {
            // HTTP/1.0, so that the answer comes in one piece without chunks.
            String request = "GET /_lexlab/events HTTP/1.0\r\nHost: localhost:" + server.port() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
        }

        /** {@code name: data | data} of the next event. */
        String next() throws IOException {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(data.length() == 0 ? "" : " | ").append(line.substring(6));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    return name + ": " + data;
                }
            }
            throw new IOException("the stream ended");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
