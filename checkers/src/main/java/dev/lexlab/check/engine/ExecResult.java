package dev.lexlab.check.engine;

import dev.lexlab.lab.text.Untrusted;

/**
 * What a command in a container answered.
 *
 * @param exitCode meaningless where it did not end in time
 * @param inTime false where its deadline ended it
 */
public record ExecResult(int exitCode, Untrusted out, Untrusted err, boolean inTime) {

    public boolean succeeded() {
        return inTime && exitCode == 0;
    }
}
