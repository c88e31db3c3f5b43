package dev.lexlab.check.engine;

import dev.lexlab.check.service.ServiceDefinition.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container of a learner's image, as far as they may say.
 *
 * @param image id of an image that was built here
 * @param name what others on its network call it
 * @param command instead of the image's
 * @param tmpfs folders in memory, to megabytes
 * @param volumes named volumes by the engine's names, to the folder they are seen in
 * @param ipc {@code private}, {@code shareable} or {@code container:ID}
 * @param pid {@code container:ID}
 * @param stopGracePeriod between the request to end and the end, for whoever stops it
 */
public record ContainerRequest(
        String image,
        String name,
        Optional<List<String>> command,
        Map<String, String> variables,
        Limits limits,
        Map<String, Integer> tmpfs,
        Map<String, String> volumes,
        Optional<String> user,
        boolean hasInit,
        Optional<String> ipc,
        Optional<String> pid,
        Optional<Duration> stopGracePeriod) {

    public ContainerRequest {
        variables = Map.copyOf(variables);
        tmpfs = Map.copyOf(tmpfs);
        volumes = Map.copyOf(volumes);
    }
}
