package dev.lexlab.check.author;

/**
 * A running container: a sandbox with the learner's files in its working folder, a helper of ours, or a server. In a check
 * it is a fresh one (or the very one of the check it {@code continues}). Commands run as the image's plain account. All of
 * it is gone at the check's end; nothing needs closing.
 */
public interface Machine {

    /** What it is called in {@code lab.yml} and by others on its networks. */
    String name();

    /** Runs a command and waits for its end. The limit of the check ends the wait, which is TIMEOUT. */
    Ran run(Command command);

    /** As {@link #run(Command)}, with a program and its arguments; no shell looks at them. */
    default Ran run(String... words) {
        return run(Command.of(words));
    }

    /** Starts a command that goes on while the check does. */
    Program start(Command command);

    /** Puts a file there that only the machine's account can read. */
    void write(String path, String text);

    /** Every later command on this machine has this variable, and so has a learner's shell on it. */
    void set(String variable, String value);

    /** What can be done to it from outside: restart it, freeze it, take it off a network. */
    Outage outage();
}
