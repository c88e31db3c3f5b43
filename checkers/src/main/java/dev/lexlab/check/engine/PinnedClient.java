package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;
import org.testcontainers.utility.ResourceReaper;

/**
 * Testcontainers on the engine that we resolved, and on no other. Left alone it tries one address after the other, asks the
 * engine what it is five times, starts a reaper from an image that it pulls, and reads the switches against that from the
 * environment only, which a process cannot set for itself. So its two singletons are given what they would otherwise find:
 * the fields are not public, and PinnedClientTest fails where a new version names them differently.
 */
final class PinnedClient {
    /** Of docker-java; engines answer older versions in the older form. */
    private static final String NEWEST_KNOWN = "1.44";

    private PinnedClient() {}

    static DockerClient connect(EngineAddress address, String apiVersion) {
        DockerClient client = client(address, apiVersion);
        Pinned pinned =
                new Pinned(TransportConfig.builder().dockerHost(address.uri()).build());
        DockerClientFactory factory = DockerClientFactory.instance();
        set(DockerClientFactory.class, factory, "strategy", pinned);
        set(DockerClientFactory.class, factory, "client", client);
        set(ResourceReaper.class, null, "instance", idleReaper());
        return client;
    }

    /**
     * Without Testcontainers' own look-up of registry passwords, which may start programs of other people: we only run what was
     * built here.
     */
    private static DockerClient client(EngineAddress address, String apiVersion) {
        return DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(address.uri().toString())
                        .withApiVersion(older(apiVersion, NEWEST_KNOWN))
                        .build(),
                new EngineHttp(address));
    }

    private static String older(String version, String other) {
        return minor(version) < minor(other) ? version : other;
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    /** The reaper that works at the end of the process, which never begins to: our own sweep does not rely on that. */
    private static Object idleReaper() {
        try {
            Constructor<?> constructor = Class.forName("org.testcontainers.utility.JVMHookResourceReaper")
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Testcontainers is not known: " + e.getMessage(), e);
        }
    }

    private static void set(Class<?> type, @Nullable Object target, String name, Object value) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            field.set(target, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Testcontainers is not known: " + e.getMessage(), e);
        }
    }

    /** What Testcontainers knows an engine by. */
    private static final class Pinned extends DockerClientProviderStrategy {
        private final TransportConfig transport;

        Pinned(TransportConfig transport) {
            this.transport = transport;
        }

        @Override
        public String getDescription() {
            return "the engine at " + transport.getDockerHost();
        }

        @Override
        public TransportConfig getTransportConfig() {
            return transport;
        }

        @Override
        public synchronized String getDockerHostIpAddress() {
            return RunningServer.LOOPBACK; // the only address that we publish on
        }
    }
}
