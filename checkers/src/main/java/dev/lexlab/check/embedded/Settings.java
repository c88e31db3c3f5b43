package dev.lexlab.check.embedded;

import java.util.regex.Pattern;

/**
 * What a server is to be like.
 *
 * @param configuration text of its {@code postgresql.conf}; where it listens and what it shares with the machine is ours to
 *     say, whatever stands in there
 * @param administrator the superuser that graders come as; no learner's code learns of it
 */
public record Settings(String configuration, String administrator) {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public Settings {
        if (!NAME.matcher(administrator).matches()) {
            throw new IllegalArgumentException("'" + administrator + "' is no plain name of a role");
        }
    }
}
