package dev.lexlab.check.author;

import java.util.Map;

/**
 * What a learner's {@code Dockerfile} and {@code run.yml} come to on a real engine. No program of theirs talks to it: both
 * files are read by allow-list first, and this is what follows from them.
 */
public interface Engine {

    /**
     * Builds the image of every service in {@code run.yml} from the submission as it was taken in, without a network.
     *
     * @param replaced files of the build context that stand in for the learner's, by path: random data of the run
     * @throws Invalid where either file asks for what is not allowed, or a step of the build fails, with its line
     */
    void build(Submission work, Map<String, String> replaced);

    /**
     * Starts a container of a service as {@code run.yml} says, and returns at once: nothing says yet that it works.
     *
     * @param service its name in {@code run.yml}
     * @param name what others on the network call it
     * @param variables set for it on top of those in {@code run.yml}
     * @throws Invalid where the engine cannot start it: no such program, no such user
     */
    Container run(String service, String name, Map<String, String> variables);

    /** The digest that the service's image has now. */
    String imageId(String service);
}
