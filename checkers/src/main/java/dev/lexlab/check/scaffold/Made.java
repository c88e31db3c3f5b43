package dev.lexlab.check.scaffold;

import java.util.List;

/**
 * What was written.
 *
 * @param files from the course's root, in order
 * @param remarks what its author should know
 * @param next commands to go on with
 */
public record Made(List<String> files, List<String> remarks, List<String> next) {

    public Made {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
        next = List.copyOf(next);
    }
}
