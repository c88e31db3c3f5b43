package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * One statement and the answer it deserves.
 *
 * @param what the statement in words; reads on after "the database took" or "the database refused"
 * @param given stored rows it is about, so that anybody can repeat it in an empty database
 * @param rule what refuses it; empty where it must be accepted
 * @param about what is ruled; a rule that works for one probe of it is there, so that a miss in another has a special cause
 * @param mistake diagnosis of that special cause, or empty
 */
record Probe(String what, List<Row> given, String sql, Optional<Rule> rule, String about, String mistake) {

    Probe {
        given = List.copyOf(given);
    }

    static Probe accepted(String what, List<Row> given, String sql) {
        return new Probe(what, given, sql, Optional.empty(), "", "");
    }

    static Probe refused(Rule rule, String about, String what, List<Row> given, String sql) {
        return new Probe(what, given, sql, Optional.of(rule), about, "");
    }

    /** The diagnosis where this one is answered wrongly and the rule as such is there. */
    Probe mistake(String diagnosis) {
        return new Probe(what, given, sql, rule, about, diagnosis);
    }

    /** An accepted statement that changed nothing was swallowed. */
    boolean isAnsweredRightlyBy(Outcome outcome) {
        return rule.map(state -> outcome.refusedWith(state.sqlState()))
                .orElse(outcome.accepted() && outcome.rows() == 1);
    }
}
