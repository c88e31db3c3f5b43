package dev.lexlab.check.engine;

import dev.lexlab.lab.files.Hashes;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the engine as the {@code docker} command would: {@code DOCKER_HOST}, else the current context, else the sockets
 * where engines usually listen. The first that is set is the answer, whether it works or not: using another one than the
 * person chose is worse than using none.
 */
final class EngineResolver {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String START_ONE = "./lexlab setup";
    /** For trying out what a machine without an engine does. */
    private static final String SWITCH = "LEXLAB_ENGINE";

    private static final String OFF = "none";

    private final Map<String, String> environment;
    private final Path home;
    private final List<Path> sockets;

    /**
     * Resolves for one process.
     *
     * @param sockets where engines usually listen, in the order of preference
     */
    EngineResolver(Map<String, String> environment, Path home, List<Path> sockets) {
        this.environment = environment;
        this.home = home;
        this.sockets = sockets;
    }

    static EngineResolver of(Map<String, String> environment) {
        Path home = StateFolder.home(environment);
        Stream<Path> ofRun = set(environment, "XDG_RUNTIME_DIR").stream()
                .flatMap(run -> Stream.of(Path.of(run, "docker.sock"), Path.of(run, "podman", "podman.sock")));
        Stream<Path> ofHome =
                Stream.of(home.resolve(".docker/run/docker.sock"), home.resolve(".colima/default/docker.sock"));
        return new EngineResolver(
                environment,
                home,
                Stream.of(Stream.of(Path.of("/var/run/docker.sock")), ofRun, ofHome)
                        .flatMap(paths -> paths)
                        .toList());
    }

    /** The same environment, as if no engine were there. */
    static Map<String, String> switchedOff(Map<String, String> environment) {
        Map<String, String> off = new HashMap<>(environment);
        off.put(SWITCH, OFF);
        return off;
    }

    EngineAddress resolve() throws EngineUnavailable {
        if (set(environment, SWITCH).filter(OFF::equals).isPresent()) {
            throw EngineUnavailable.none("no container engine is to be used (" + SWITCH + "=" + OFF + ")", startOne());
        }
        Optional<String> host = set(environment, "DOCKER_HOST");
        if (host.isPresent()) {
            return address(host.get(), "DOCKER_HOST", "unset DOCKER_HOST");
        }
        Optional<String> context = context();
        if (context.isPresent()) {
            return ofContext(context.get());
        }
        for (Path socket : sockets) {
            if (Files.exists(socket)) {
                return new EngineAddress(URI.create("unix://" + socket), "the socket " + socket, startOne(), false);
            }
        }
        throw EngineUnavailable.none(
                "no container engine is running here (DOCKER_HOST and the Docker context are not set)", startOne());
    }

    private Optional<String> context() {
        Optional<String> named = set(environment, "DOCKER_CONTEXT");
        if (named.isEmpty()) {
            named = Json.text(configuration().resolve("config.json"), "currentContext");
        }
        return named.filter(name -> !name.isEmpty() && !name.equals("default"));
    }

    private EngineAddress ofContext(String name) throws EngineUnavailable {
        Path file = configuration()
                .resolve("contexts/meta")
                .resolve(Hashes.of(name))
                .resolve("meta.json");
        String origin = "the Docker context '" + name + "'";
        String remedy =
                environment.containsKey("DOCKER_CONTEXT") ? "unset DOCKER_CONTEXT" : "docker context use default";
        String host = Json.text(file, "Endpoints", "docker", "Host")
                .orElseThrow(() -> EngineUnavailable.chosen(origin + " is chosen, but is not defined", remedy));
        return address(host, origin, remedy);
    }

    private static EngineAddress address(String text, String origin, String remedy) throws EngineUnavailable {
        try {
            URI uri = new URI(text);
            if (!Set.of("unix", "tcp").contains(String.valueOf(uri.getScheme()))) {
                throw EngineUnavailable.chosen(
                        origin + " says '" + text + "'; only unix: and tcp: addresses can be used", remedy);
            }
            if (uri.getHost() != null && !LOOPBACK.contains(uri.getHost())) {
                throw EngineUnavailable.chosen(
                        origin + " says '" + text
                                + "', an engine on another machine; servers there could not be reached"
                                + " from here, since they are published on the loopback only",
                        remedy);
            }
            boolean whole =
                    uri.getScheme().equals("unix") ? uri.getPath() != null : uri.getHost() != null && uri.getPort() > 0;
            if (whole) {
                return new EngineAddress(uri, origin, remedy, true);
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw EngineUnavailable.chosen(
                origin + " says '" + text + "', which is no address like unix:///var/run/docker.sock", remedy);
    }

    private Path configuration() {
        return set(environment, "DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String startOne() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return linux ? START_ONE : "start Docker Desktop";
    }
}
