package dev.lexlab.check.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lexlab.check.service.ServiceDefinition.Account;
import dev.lexlab.check.service.ServiceDefinition.Limits;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceReaderTest {
    private static final String REDIS = """
            about: Redis, all in memory
            ports: {redis: 6379}
            ready: [redis-cli, ping]
            ready-seconds: 20
            reset: [redis-cli, flushall]
            account: {user: default, secret: REDISCLI_AUTH}
            limits: {memory-mb: 128, processes: 32, cpus: 1}
            tmpfs: {/data: 64}
            """;

    @TempDir
    private Path root;

    @Test
    void readsAServerThatNobodyKnewBefore() throws Exception {
        Path folder = write(REDIS);

        ServiceDefinition service = read();

        assertThat(service)
                .isEqualTo(new ServiceDefinition(
                        folder,
                        "redis",
                        "Redis, all in memory",
                        Map.of("redis", 6379),
                        List.of("redis-cli", "ping"),
                        Duration.ofSeconds(20),
                        List.of("redis-cli", "flushall"),
                        Optional.of(new Account("default", "REDISCLI_AUTH")),
                        Optional.empty(),
                        new Limits(128, 32, 1),
                        Map.of("/data", 64)));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        write(REDIS.replace("about:", "abuot:")
                .replace("6379", "70000")
                .replace("ready: [redis-cli, ping]\n", "")
                .replace("cpus: 1", "cpu: 1")
                .replace("/data: 64", "data: 64"));

        assertThatExceptionOfType(ProblemsFound.class).isThrownBy(this::read).withMessage("""
                        labs/images/redis/service.yml:1:1: error: 'about' is missing; add 'about: …'
                        labs/images/redis/service.yml:1:1: error: 'ready' is no command; write 'ready: [program, argument]'
                        labs/images/redis/service.yml:1:1: error: unknown key 'abuot'; did you mean 'about'?
                        labs/images/redis/service.yml:2:9: error: 'redis' must be a whole number from 1 to 65535, not '70000'
                        labs/images/redis/service.yml:6:9: error: 'cpus' is missing; add 'cpus: …'
                        labs/images/redis/service.yml:6:41: error: unknown key 'cpu'; did you mean 'cpus'?
                        labs/images/redis/service.yml:7:9: error: 'data' under 'tmpfs' is not an absolute path without ':' or ','""");
    }

    @Test
    void nothingRunsWithoutLimits() throws IOException {
        write(REDIS.replaceAll("limits:.*\n", ""));

        assertThatExceptionOfType(ProblemsFound.class)
                .isThrownBy(this::read)
                .withMessage("labs/images/redis/service.yml:1:1: error: 'limits' is missing;"
                        + " add 'limits: {memory-mb: …, processes: …, cpus: …}'; nothing runs without");
    }

    @Test
    void filesInMemoryMustFitTheMemory() throws IOException {
        write(REDIS.replace("/data: 64", "/data: 64, /tmp: 64"));

        assertThatExceptionOfType(ProblemsFound.class)
                .isThrownBy(this::read)
                .withMessage("labs/images/redis/service.yml:8:1: error: 'tmpfs' adds up to 128 MB, 'memory-mb' is 128;"
                        + " files in memory count as memory: give it more than they may take");
    }

    @Test
    void aNameThatIsNoServerIsToldWithThoseThatAre() throws IOException {
        write(REDIS);

        assertThatExceptionOfType(ProblemsFound.class)
                .isThrownBy(() -> new ServiceReader(new Course(root)).read("reddis"))
                .withMessage("labs/images/reddis/service.yml: error: cannot be read; images with one: redis");
    }

    private Path write(String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve("labs/images/redis"));
        Files.writeString(folder.resolve("service.yml"), text);
        return folder;
    }

    private ServiceDefinition read() throws ProblemsFound {
        return new ServiceReader(new Course(root)).read("redis");
    }
}
