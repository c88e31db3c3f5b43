package dev.lexlab.graders.postgres.blockers;

/**
 * One row of an answer.
 *
 * @param name whom it names
 * @param waiting how many it says wait behind it; 0 where it was not asked
 */
record Row(String name, long waiting) {}
