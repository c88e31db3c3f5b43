package dev.lexlab.check.recipe;

import dev.lexlab.lab.problem.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How containers are run: a subset of Compose.
 *
 * @param services by name, in the order of the file, at least one
 */
public record RunFile(Map<String, Service> services) {

    /**
     * One service.
     *
     * @param place where it begins
     * @param context folder that is built, from the submission's; empty is that one itself
     * @param dockerfile from the context
     * @param command instead of the image's
     * @param volumes name to the folder in the container
     * @param tmpfs folder to megabytes
     * @param ipc {@code private}, {@code shareable} or {@code service:NAME}
     * @param pid {@code service:NAME}
     * @param networks names of the task's networks; empty is the first one
     */
    public record Service(
            Place place,
            String name,
            String context,
            String dockerfile,
            Optional<List<String>> command,
            boolean hasInit,
            Optional<String> user,
            Map<String, String> environment,
            Map<String, String> volumes,
            Map<String, Integer> tmpfs,
            Optional<String> ipc,
            Optional<String> pid,
            List<String> networks,
            Optional<Duration> stopGracePeriod) {}
}
