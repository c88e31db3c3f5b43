package dev.lexlab.graders.postgres.writers;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Psql;
import java.util.List;

/**
 * Whether clients who met were told, and the books say, what they would if the clients had come one after the other.
 *
 * @param calls of the clients whose work stays
 * @param waited whether the second client waited for the first
 */
record Judgement(Scene scene, List<Call> calls, boolean waited, Stored stored, ClientConf conf) {

    void judge() {
        for (Call call : calls) {
            if (call.answer().isEmpty()) {
                throw escaped(call, reproduce());
            }
        }
        List<Operation> done =
                calls.stream().filter(Call::isDone).map(Call::operation).toList();
        Books due = scene.given().after(done);
        if (!stored.holds(due)) {
            throw wrongBooks(done, due);
        }
        List<Operation> asked = calls.stream().map(Call::operation).toList();
        List<Answer> answers =
                calls.stream().map(call -> call.answer().orElseThrow()).toList();
        Orders orders = new Orders(scene.given(), asked);
        if (!orders.explain(answers)) {
            throw done.size() > orders.mostDone() ? tooMany(orders.mostDone()) : refusedForNothing();
        }
    }

    /** A client was told something that it does not understand. */
    static Failure escaped(Call call, String reproduce) {
        Outcome outcome = call.outcome();
        return Failure.of("an error reached the client that it does not understand")
                .expected("done, or refused with LX001, LX002 or LX003")
                .seen(call.isToBeRepeated() ? call.outOfAttempts() : call.inWords())
                .diagnose(Escape.diagnosis(outcome.sqlState()))
                .reproduce(reproduce);
    }

    /**
     * A client waits for another that has nothing open.
     *
     * @param asked by all of the clients
     */
    static Failure stuck(Call call, Books given, List<Operation> asked) {
        String begin =
                "BEGIN ISOLATION LEVEL " + call.teller().conf().isolation().sql();
        Operation other = asked.get(asked.indexOf(call.operation()) == 0 ? 1 : 0);
        return Failure.of("a client waits for another that has nothing open any more")
                .expected("every lock ends with the transaction that took it")
                .seen(call.teller().name() + ": " + call.operation().sql()
                        + " waits for a lock of a session that has ended its transaction, and would wait for ever")
                .diagnose("lock-stays")
                .reproduce(Reproduction.of(
                        given,
                        Psql.command(begin, other.sql(), "COMMIT", "SELECT pg_sleep(3)") + " & sleep 1; "
                                + Reproduction.IMPATIENT
                                + Psql.command(begin, call.operation().sql(), "COMMIT") + "; wait"));
    }

    static Failure rowsCannotBeLocked(Outcome outcome, String reproduce) {
        return Failure.of("another program cannot lock rows of accounts")
                .expected("accounts is a table, and its rows can be locked")
                .seen(outcome)
                .diagnose("names-changed")
                .reproduce(reproduce);
    }

    private Failure wrongBooks(List<Operation> done, Books due) {
        return Failure.of("the books are wrong after " + scene.what())
                .expected(Stored.inWords(due.balanceLines(), due.movementLines()))
                .seen(stored.inWords() + "\n" + told())
                .diagnose(WrongBooks.diagnosis(scene.given(), done, stored))
                .reproduce(reproduce());
    }

    private Failure tooMany(int possible) {
        return Failure.of("more was given out than there is: " + scene.what())
                .expected("at most " + possible + " of " + calls.size() + " done, the rest refused with LX001")
                .seen(told() + "\n" + stored.inWords())
                .diagnose(waited ? "old-look" : scene.mistake())
                .reproduce(reproduce());
    }

    private Failure refusedForNothing() {
        return Failure.of("a client was refused though there was enough: " + scene.what())
                .expected("an answer that a client would get if they came one after the other")
                .seen(told() + "\n" + stored.inWords())
                .next("Let the function decide by what is there when its turn has come, and not by what others may do.")
                .read("isolation-level")
                .reproduce(reproduce());
    }

    private String told() {
        return calls.stream().map(Call::inWords).collect(joining("\n"));
    }

    private String reproduce() {
        return scene.reproduce(conf.isolation());
    }
}
