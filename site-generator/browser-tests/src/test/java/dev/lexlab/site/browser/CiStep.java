package dev.lexlab.site.browser;

import java.util.Map;
import java.util.Optional;

/**
 * One step of a job that a CI host is asked to do: a line of shell, or an action of the host's.
 *
 * @param job the file's name and the job's
 * @param run what bash is given
 * @param uses the action's name
 * @param with what the action is told
 * @param environment variables that the workflow sets, for its jobs and for this step
 * @param folder where it runs, from the workspace
 */
record CiStep(
        String job,
        Optional<String> run,
        Optional<String> uses,
        Map<String, String> with,
        Map<String, String> environment,
        String folder) {

    CiStep {
        with = Map.copyOf(with);
        environment = Map.copyOf(environment);
    }
}
