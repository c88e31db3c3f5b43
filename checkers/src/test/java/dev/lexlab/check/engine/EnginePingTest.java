package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnginePingTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private HttpServer engine;

    @BeforeEach
    void startAFakeEngine() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void anEngineSaysItsInterface() throws Exception {
        engine.createContext("/_ping", exchange -> {
            exchange.getResponseHeaders().add("Api-Version", "1.41");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'O', 'K'});
            exchange.close();
        });

        assertThat(EnginePing.ping(address(engine.getAddress().getPort()), DEADLINE))
                .isEqualTo("1.41");
    }

    @Test
    void anotherServerIsNoEngine() {
        EngineAddress address = address(engine.getAddress().getPort());

        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(() -> EnginePing.ping(address, DEADLINE))
                .withMessage("DOCKER_HOST says " + address.uri() + ", but what answers there is no container engine");
    }

    @Test
    void aDeadAddressIsToldWithWhatMendsIt() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(() -> EnginePing.ping(address(port), DEADLINE))
                .withMessage("DOCKER_HOST says tcp://127.0.0.1:" + port
                        + ", but no engine answers there (Connection refused)")
                .satisfies(failure -> assertThat(failure.remedy()).isEqualTo("unset DOCKER_HOST"))
                .satisfies(failure -> assertThat(failure.canBeSetUp()).isFalse());
    }

    @Test
    void aHungEngineIsToldAfterTheDeadline() throws IOException {
        try (ServerSocket hung = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EngineAddress address = address(hung.getLocalPort());

            assertThatExceptionOfType(EngineUnavailable.class)
                    .isThrownBy(() -> EnginePing.ping(address, DEADLINE))
                    .withMessage("DOCKER_HOST says " + address.uri() + ", but nothing answers there within 1 s");
        }
    }

    @Test
    void aSocketNobodyListensOnCanBeSetUp() {
        EngineAddress stale = new EngineAddress(
                URI.create("unix:///nowhere.sock"), "the socket /nowhere.sock", "./lexlab setup", false);

        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(() -> EnginePing.ping(stale, DEADLINE))
                .withMessageStartingWith("the socket /nowhere.sock is there, but no engine answers there (")
                .satisfies(failure -> assertThat(failure.canBeSetUp()).isTrue());
    }

    private static EngineAddress address(int port) {
        return new EngineAddress(URI.create("tcp://127.0.0.1:" + port), "DOCKER_HOST", "unset DOCKER_HOST", true);
    }
}
