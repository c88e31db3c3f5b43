package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.ResourceReaper;

class PinnedClientTest {

    @Test
    void testcontainersUsesOurEngineAskedOrNot() {
        URI nobody = URI.create("unix:///nobody-listens-here.sock");

        DockerClient client =
                PinnedClient.connect(new EngineAddress(nobody, "DOCKER_HOST", "unset DOCKER_HOST", true), "1.41");

        DockerClientFactory factory = DockerClientFactory.instance();
        assertThat(factory.client()).isSameAs(client);
        assertThat(factory.getTransportConfig().getDockerHost()).isEqualTo(nobody);
        assertThat(factory.dockerHostIpAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void noReaperIsStarted() {
        PinnedClient.connect(new EngineAddress(URI.create("unix:///nobody-listens-here.sock"), "", "", true), "1.41");

        assertThat(ResourceReaper.instance().getClass().getSimpleName()).isEqualTo("JVMHookResourceReaper");
    }
}
