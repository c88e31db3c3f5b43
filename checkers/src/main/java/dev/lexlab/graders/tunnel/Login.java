package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Machine;

/**
 * What somebody needs who wants to log in to the relay.
 *
 * @param key the private one
 * @param hostKey the public one that the relay proves to have
 */
record Login(String key, String hostKey) {
    private static final String FOLDER = "/home/learner/.ssh";
    private static final String CONFIG = """
            Host relay
                Port 2222
                User tunnel
                IdentityFile ~/.ssh/relay_key
                IdentitiesOnly yes
                BatchMode yes
                StrictHostKeyChecking yes
            """;

    static Login at(Machine relay) {
        return new Login(
                Ours.run(relay, Command.of("cat", "/srv/lexlab/client_key")),
                Ours.run(relay, Command.of("cat", "/srv/lexlab/host_key.pub")));
    }

    /** From now on {@code ssh relay} is all that has to be typed there. */
    void give(Machine dev) {
        Ours.run(dev, Command.of("mkdir", "-p", "-m", "700", FOLDER));
        dev.write(FOLDER + "/relay_key", key);
        dev.write(FOLDER + "/known_hosts", "[relay]:2222 " + hostKey);
        dev.write(FOLDER + "/config", CONFIG);
    }
}
