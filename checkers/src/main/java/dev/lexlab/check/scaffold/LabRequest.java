package dev.lexlab.check.scaffold;

import java.util.Optional;

/**
 * A lab that somebody wants to begin.
 *
 * @param service an image of {@code labs/images}, there already or not
 * @param concept its concept; the lab's own name where empty
 * @param isJava whether its checks are Java, and not data
 * @param debianPackage for an image that is neither there nor known here
 * @param port where that server listens
 * @param command what starts it, in the foreground
 * @param definition of the concept, one sentence
 */
public record LabRequest(
        String name,
        String service,
        Optional<String> concept,
        boolean isJava,
        Optional<String> debianPackage,
        Optional<Integer> port,
        Optional<String> command,
        Optional<String> definition) {}
