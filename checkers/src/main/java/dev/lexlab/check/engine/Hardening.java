package dev.lexlab.check.engine;

import com.github.dockerjava.api.model.HostConfig;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What everything is held by, beside the limits that an image names. There is one for all that runs. Tests make others, in which a
 * single control is weaker, to see that it is this one that holds.
 */
final class Hardening {
    static final Hardening WHOLE = new Hardening(UnaryOperator.identity(), UnaryOperator.identity(), BuildLimits.USUAL);

    private final UnaryOperator<HostConfig> ofContainers;
    private final UnaryOperator<Map<String, String>> ofNetworks;
    private final BuildLimits ofBuilds;

    Hardening(
            UnaryOperator<HostConfig> ofContainers,
            UnaryOperator<Map<String, String>> ofNetworks,
            BuildLimits ofBuilds) {
        this.ofContainers = ofContainers;
        this.ofNetworks = ofNetworks;
        this.ofBuilds = ofBuilds;
    }

    HostConfig container(HostConfig host) {
        return ofContainers.apply(host);
    }

    /** Options of a task's network, as its driver knows them. */
    Map<String, String> network(Map<String, String> options) {
        return ofNetworks.apply(options);
    }

    BuildLimits builds() {
        return ofBuilds;
    }
}
