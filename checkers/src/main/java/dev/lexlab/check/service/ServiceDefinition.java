package dev.lexlab.check.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param account who may do everything on it: the grader
 * @param learner who learners' programs are, where the server knows accounts
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
        Optional<Account> learner,
        Limits limits,
        Map<String, Integer> tmpfs) {

    public ServiceDefinition {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
        ready = List.copyOf(ready);
        reset = List.copyOf(reset);
        tmpfs = Map.copyOf(tmpfs);
    }

    /** Whether something in it serves clients. */
    public boolean isServer() {
        return !ports.isEmpty();
    }

    /**
     * Somebody the server lets in.
     *
     * @param secret the variable in which the image finds the password that this very server is to have
     */
    public record Account(String user, String secret) {}

    /** What one container may use. */
    public record Limits(int memoryMegabytes, int processes, int cpus) {}
}
