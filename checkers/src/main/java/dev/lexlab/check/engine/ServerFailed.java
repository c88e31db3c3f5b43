package dev.lexlab.check.engine;

/** A server did not start, did not get ready, or is gone. */
public final class ServerFailed extends EngineFailure {
    private static final long serialVersionUID = 1L;

    private final boolean isOfMachine;

    /**
     * Says what failed.
     *
     * @param remedy what to do where the words tell of nothing that is known to go wrong with machines
     */
    ServerFailed(String what, String remedy) {
        super(what, Remedies.of(what).orElse(remedy));
        this.isOfMachine = Remedies.of(what).isPresent();
    }

    /** Whether it is the machine for certain, full or overloaded, whatever somebody asked it to start. */
    public boolean isOfMachine() {
        return isOfMachine;
    }
}
