package dev.lexlab.graders.postgres.blockers;

/** What a session is doing while somebody asks who is in the way. */
enum Stance {
    IDLE("idle"),
    IDLE_IN_TRANSACTION("idle in transaction"),
    ACTIVE("active, in a long statement"),
    WAITING("waiting for a lock");

    private final String words;

    Stance(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
