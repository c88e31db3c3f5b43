package dev.lexlab.check.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the checks of one grading run, one after the other. Servers and machines are started when they are first needed. */
public interface Environment extends AutoCloseable {

    /** Whether what was prepared once can be copied for every check; otherwise each one needs it prepared anew. */
    boolean isCopied();

    /** What a method asks for, in the state that it is to find it in. */
    Map<Wanted, Object> provide(State state, Set<Wanted> wanted);

    /** Ends whatever a check hangs in, and says what that was. Called from another thread. */
    Stuck cutOff();

    /** What is wrong with the machinery; empty while it works. Asked before anybody is blamed. */
    Optional<Ailment> ailment();

    /** Which limits the learner's programs ran into in the present check: it may be what a failure is about. */
    default List<Overrun> overruns() {
        return List.of();
    }

    /**
     * Brings up all that the task has, in the state that a check would find it in, for somebody to look at.
     *
     * @param isPrepared whether the submission was applied already
     */
    Opened open(boolean isPrepared);

    @Override
    void close();

    /** In which state something is wanted. */
    enum State {
        /** Nothing was done in it yet: the submission is to be applied. */
        UNPREPARED,
        /** As the submission left it; what an earlier check left is gone. */
        FRESH,
        /** As the latest check left it. */
        SAME
    }

    /**
     * What a check was cut off from.
     *
     * @param awaited reads on after "waited for"
     * @param lastSeen what the server said it was doing
     */
    record Stuck(String awaited, String lastSeen) {}

    /**
     * An environment to look at.
     *
     * @param main what a shell opens by itself; empty where the learner's container could not be made
     * @param doors ways into all of its machines
     * @param addresses what is reached from this machine
     */
    record Opened(Optional<Door> main, List<Door> doors, List<Address> addresses) {
        public Opened {
            doors = List.copyOf(doors);
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A way into a machine, or into what is reached from this very one.
     *
     * @param container as the engine knows it; empty for this machine
     * @param folder where a shell begins; empty is the image's own
     */
    record Door(String name, String container, String folder, Map<String, String> variables) {
        private static final String HERE = "here";

        public Door {
            variables = Map.copyOf(variables);
        }

        /** What is reached from this machine by whoever has these variables. */
        static Door here(Map<String, String> variables) {
            return new Door(HERE, "", "", variables);
        }

        /** Whether it leads into no container. */
        public boolean isHere() {
            return container.isEmpty();
        }
    }

    /** Something that programs on this machine can reach, with all they need to say. */
    record Address(String what, String value) {}
}
