package dev.lexlab.check.engine;

import dev.lexlab.check.service.ServiceDefinition.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is decided about a container before it is made; all that is not here is the same for every one.
 *
 * @param image tag or id of one that was built here: nothing is pulled
 * @param name what others on its networks call it
 * @param entrypoint instead of the image's
 * @param command instead of the image's
 * @param tmpfs folders that can be written
 * @param ports published on the loopback under free numbers
 * @param network its first one
 * @param volumes named ones by their full names, to the folder they are seen in
 */
record ContainerPlan(
        String image,
        String name,
        Optional<List<String>> entrypoint,
        Optional<List<String>> command,
        Map<String, String> variables,
        Limits limits,
        Map<String, Tmpfs> tmpfs,
        List<Integer> ports,
        String network,
        Map<String, String> labels,
        Optional<String> user,
        boolean hasInit,
        Optional<String> ipc,
        Optional<String> pid,
        Map<String, String> volumes,
        Optional<Duration> stopGracePeriod) {

    ContainerPlan {
        variables = Map.copyOf(variables);
        tmpfs = Map.copyOf(tmpfs);
        ports = List.copyOf(ports);
        labels = Map.copyOf(labels);
        volumes = Map.copyOf(volumes);
    }

    /** A plan for a program of ours that needs nothing special. */
    static ContainerPlan of(
            String image,
            String name,
            List<String> command,
            Limits limits,
            Map<String, Tmpfs> tmpfs,
            String network,
            Map<String, String> labels) {
        return new ContainerPlan(
                image,
                name,
                Optional.of(command),
                Optional.of(List.of()),
                Map.of(),
                limits,
                tmpfs,
                List.of(),
                network,
                labels,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    ContainerPlan with(Map<String, String> moreVariables, List<Integer> published) {
        return new ContainerPlan(
                image,
                name,
                entrypoint,
                command,
                moreVariables,
                limits,
                tmpfs,
                published,
                network,
                labels,
                user,
                hasInit,
                ipc,
                pid,
                volumes,
                stopGracePeriod);
    }

    /**
     * A folder in memory.
     *
     * @param mayRun whether programs may be started from it
     */
    record Tmpfs(int megabytes, boolean mayRun) {
        private static final int FILES_FOR_A_MEGABYTE = 64;
        private static final int LEAST_FILES = 1024;

        /** How many files and folders it holds at most: empty ones take memory, too, and none of its megabytes. */
        int files() {
            return Math.max(LEAST_FILES, FILES_FOR_A_MEGABYTE * megabytes);
        }

        String options() {
            return "rw," + (mayRun ? "exec" : "noexec") + ",nosuid,nodev,mode=1777,size=" + megabytes + "m,nr_inodes="
                    + files();
        }
    }
}
