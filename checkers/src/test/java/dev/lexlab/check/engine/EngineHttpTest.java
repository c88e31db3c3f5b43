package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docker-java gets to see, from somebody on the loopback who says what a test wants. */
class EngineHttpTest {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    EngineHttpTest() throws IOException {}

    @AfterEach
    void leave() throws IOException {
        door.close();
    }

    @Test
    void aWholeAnswerIsReadWithItsHeaders() throws IOException {
        says("HTTP/1.0 201 Created\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\n\r\n{\"Id\":\"x\"}");

        try (EngineHttp http = http();
                Response answer = http.execute(request());
                InputStream body = answer.getBody()) {
            assertThat(answer.getStatusCode()).isEqualTo(201);
            assertThat(answer.getHeader("api-version")).isEqualTo("1.41");
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"Id\":\"x\"}");
        }
    }

    @Test
    void whatIsNoEngineIsToldAndHowToFindOut() {
        says("220 mail.example ready\r\n");

        try (EngineHttp http = http()) {
            assertThatExceptionOfType(DockerException.class)
                    .isThrownBy(() -> http.execute(request()))
                    .withMessageContaining(Remedies.SILENT_ENGINE);
        }
    }

    @Test
    void aLineThatBreaksIsAnEngineThatDoesNotAnswer() {
        says("");

        try (EngineHttp http = http()) {
            assertThatExceptionOfType(DockerException.class)
                    .isThrownBy(() -> http.execute(request()))
                    .withMessageContaining(Remedies.SILENT_ENGINE);
        }
    }

    private EngineHttp http() {
        URI uri = URI.create("tcp://127.0.0.1:" + door.getLocalPort());
        return new EngineHttp(new EngineAddress(uri, "DOCKER_HOST", "unset DOCKER_HOST", true));
    }

    private static Request request() {
        return Request.builder()
                .method(Request.Method.POST)
                .path("/containers/create")
                .headers(Map.of("Content-Type", "application/json"))
                .bodyBytes("{}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** The same to everybody who asks. */
    private void says(String answer) {
        Thread answering = new Thread(
                () -> {
                    while (!door.isClosed()) {
                        try (Socket line = door.accept()) {
                            int unused = line.getInputStream().read(new byte[4096]);
                            line.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                        } catch (IOException e) {
                            // the test is over, or whoever asked has left
                        }
                    }
                },
                "not an engine");
        answering.setDaemon(true);
        answering.start();
    }
}
