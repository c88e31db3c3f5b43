package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineResolverTest {
    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private Path firstSocket;
    private Path secondSocket;

    @BeforeEach
    void nameTwoSockets() {
        firstSocket = home.resolve("first.sock");
        secondSocket = home.resolve("second.sock");
    }

    @Test
    void theVariableBeatsContextAndSockets() throws Exception {
        environment.put("DOCKER_HOST", "tcp://127.0.0.1:2375");
        chooseContext("colima", "unix:///colima.sock");
        Files.createFile(firstSocket);

        assertThat(resolve().uri()).isEqualTo(URI.create("tcp://127.0.0.1:2375"));
    }

    @Test
    void switchedOffThereIsNoneWhateverIsSet() throws Exception {
        environment.put("DOCKER_HOST", "tcp://127.0.0.1:2375");
        Files.createFile(firstSocket);
        environment.putAll(EngineResolver.switchedOff(environment));

        assertThatThrownBy(this::resolve)
                .isInstanceOfSatisfying(
                        EngineUnavailable.class,
                        none -> assertThat(none.canBeReplaced()).isTrue())
                .hasMessage("no container engine is to be used (LEXLAB_ENGINE=none)");
    }

    @Test
    void anEmptyVariableIsNotSet() throws Exception {
        environment.put("DOCKER_HOST", "");
        Files.createFile(firstSocket);

        assertThat(resolve().uri()).isEqualTo(URI.create("unix://" + firstSocket));
    }

    @Test
    void theCurrentContextBeatsSockets() throws Exception {
        chooseContext("colima", "unix:///colima.sock");
        Files.createFile(firstSocket);

        EngineAddress address = resolve();

        assertThat(address.uri()).isEqualTo(URI.create("unix:///colima.sock"));
        assertThat(address.origin()).isEqualTo("the Docker context 'colima'");
    }

    @Test
    void theContextOfTheEnvironmentBeatsTheFile() throws Exception {
        chooseContext("colima", "unix:///colima.sock");
        define("other", "unix:///other.sock");
        environment.put("DOCKER_CONTEXT", "other");

        assertThat(resolve().uri()).isEqualTo(URI.create("unix:///other.sock"));
    }

    @Test
    void theDefaultContextMeansTheSockets() throws Exception {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"default\"}");
        Files.createFile(secondSocket);

        EngineAddress address = resolve();

        assertThat(address.uri()).isEqualTo(URI.create("unix://" + secondSocket));
        assertThat(address.chosen()).isFalse();
    }

    @Test
    void theFirstSocketThatIsThereIsTaken() throws Exception {
        Files.createFile(firstSocket);
        Files.createFile(secondSocket);

        assertThat(resolve().uri()).isEqualTo(URI.create("unix://" + firstSocket));
    }

    @Test
    void aContextThatIsNotDefinedIsToldAndNothingElseIsTried() throws Exception {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(
                home.resolve(".docker/config.json"), "{\"auths\": {\"a\": []}, \"currentContext\": \"gone\"}");
        Files.createFile(firstSocket);

        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(this::resolve)
                .withMessage("the Docker context 'gone' is chosen, but is not defined")
                .satisfies(failure -> assertThat(failure.remedy()).isEqualTo("docker context use default"))
                .satisfies(failure -> assertThat(failure.canBeSetUp()).isFalse());
    }

    @Test
    void anAddressThatCannotBeUsedIsTold() {
        environment.put("DOCKER_HOST", "ssh://me@there");

        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(this::resolve)
                .withMessage("DOCKER_HOST says 'ssh://me@there'; only unix: and tcp: addresses can be used")
                .satisfies(failure -> assertThat(failure.remedy()).isEqualTo("unset DOCKER_HOST"));
    }

    @Test
    void anAddressWithoutAPortIsTold() {
        environment.put("DOCKER_HOST", "tcp://127.0.0.1");

        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(this::resolve)
                .withMessage(
                        "DOCKER_HOST says 'tcp://127.0.0.1', which is no address like unix:///var/run/docker.sock");
    }

    @Test
    void anEngineOnAnotherMachineIsToldAtOnce() {
        environment.put("DOCKER_HOST", "tcp://build.example:2375");

        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(this::resolve)
                .withMessage("DOCKER_HOST says 'tcp://build.example:2375', an engine on another machine; servers there"
                        + " could not be reached from here, since they are published on the loopback only");
    }

    @Test
    void nothingSetAndNothingThereCanBeSetUp() {
        assertThatExceptionOfType(EngineUnavailable.class)
                .isThrownBy(this::resolve)
                .withMessage("no container engine is running here (DOCKER_HOST and the Docker context are not set)")
                .satisfies(failure -> assertThat(failure.canBeSetUp()).isTrue());
    }

    private EngineAddress resolve() throws EngineUnavailable {
        return new EngineResolver(environment, home, List.of(firstSocket, secondSocket)).resolve();
    }

    private void chooseContext(String name, String host) throws IOException {
        define(name, host);
        // Tabs, and other keys around it, as the docker command writes them.
        Files.writeString(
                home.resolve(".docker/config.json"),
                "{\n\t\"auths\": {\"x\": {\"currentContext\": \"no\"}},\n\t\"currentContext\": \"" + name + "\"\n}");
    }

    private void define(String name, String host) throws IOException {
        Path folder = home.resolve(".docker/contexts/meta").resolve(Hashes.of(name));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("meta.json"),
                "{\"Name\":\"" + name + "\",\"Metadata\":{},\"Endpoints\":{\"docker\":{\"Host\":\"" + host + "\"}}}");
    }
}
