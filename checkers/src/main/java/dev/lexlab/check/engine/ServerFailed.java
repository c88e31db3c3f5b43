package dev.lexlab.check.engine;

/** A server did not start or did not get ready. */
public final class ServerFailed extends EngineFailure {
    private static final long serialVersionUID = 1L;

    ServerFailed(String what, String remedy) {
        super(what, remedy);
    }
}
