package dev.lexlab.graders.postgres.blockers;

/** What others want of a session. */
enum Hold {
    NOTHING,
    ROW,
    TABLE,
    KEY
}
