package dev.lexlab.check.environment;

import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.State;
import dev.lexlab.check.environment.Environment.Stuck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of thing in a grading's environment. */
interface Part<T> extends AutoCloseable {

    /** An empty one for the submission to be applied to. */
    T unprepared();

    /** A copy of what was prepared; what an earlier check left is gone. */
    T fresh();

    /** The very one the latest check left. */
    T same();

    default T in(State state) {
        return switch (state) {
            case UNPREPARED -> unprepared();
            case FRESH -> fresh();
            case SAME -> same();
        };
    }

    /** What comes next is to find nothing of what was left in it, whether or not it asks for it now. */
    default void forget() {}

    /** Ends whatever a check hangs in, and says what that was. Called from another thread. */
    Stuck cutOff();

    /** What is wrong with the machinery; empty while it works. */
    Optional<Ailment> ailment();

    /** What programs on the task's machines are told about the present one. */
    Map<String, String> variables();

    /** Where programs outside reach the present one. */
    List<Address> addresses();

    /** Ways into the present one, where commands can be run in it. */
    default List<Door> doors() {
        return List.of();
    }

    @Override
    void close();
}
