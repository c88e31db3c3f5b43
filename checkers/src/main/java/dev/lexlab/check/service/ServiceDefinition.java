package dev.lexlab.check.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image as its {@code service.yml} defines it: a server, or what programs run in.
 *
 * @param folder its image recipe, absolute
 * @param name the folder's name
 * @param ports by name, in the order of the file; empty where it is no server
 * @param ready a command in the container; exit 0 means that clients are served
 * @param patience how long to wait for {@code ready}
 * @param reset a command in the container that brings back what the image holds
 * @param tmpfs folders that can be written, to megabytes
 */
public record ServiceDefinition(
        Path folder,
        String name,
        String about,
        Map<String, Integer> ports,
        List<String> ready,
        Duration patience,
        List<String> reset,
        Optional<Account> account,
        Limits limits,
        Map<String, Integer> tmpfs) {

    public ServiceDefinition {
        ports = Map.copyOf(ports);
        ready = List.copyOf(ready);
        reset = List.copyOf(reset);
        tmpfs = Map.copyOf(tmpfs);
    }

    /** Whether something in it serves clients. */
    public boolean isServer() {
        return !ports.isEmpty();
    }

    /**
     * Who may do everything on the server.
     *
     * @param secret the variable in which the image finds the password that this very server is to have
     */
    public record Account(String user, String secret) {}

    /** What one container may use. */
    public record Limits(int memoryMegabytes, int processes, int cpus) {}
}
