package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one client asks for, as often as it may. */
final class Call {
    private final Teller teller;
    private final Operation operation;
    private int attempts;
    private @Nullable Pending pending;
    private @Nullable Outcome outcome;

    Call(Teller teller, Operation operation) {
        this.teller = teller;
        this.operation = operation;
    }

    Teller teller() {
        return teller;
    }

    Operation operation() {
        return operation;
    }

    /** The transaction that the client itself keeps open. */
    boolean hold() {
        attempts++;
        outcome = teller.askInOpenTransaction(operation);
        return outcome.accepted();
    }

    void letGo(boolean stays) {
        if (stays && outcome().accepted()) {
            Outcome end = teller.commit();
            outcome = end.accepted() ? outcome : end;
        } else {
            teller.giveUp();
        }
    }

    Pending start() {
        attempts++;
        Pending underWay = teller.start(operation);
        pending = underWay;
        return underWay;
    }

    void await(Watch watch) {
        Pending underWay = pending;
        if (underWay != null) {
            watch.untilEnded(this);
            outcome = underWay.outcome();
            pending = null;
        }
    }

    /** Where nobody else is at work. */
    void ask() {
        do {
            attempts++;
            outcome = teller.session().attempt(operation.sql());
        } while (mayTryAgain());
    }

    /** Alone, with the attempts that are left. */
    void finish(Watch watch) {
        while (mayTryAgain()) {
            watch.start(this);
            await(watch);
        }
    }

    /** After its attempts are used up: asks anew, as somebody would who comes back when it is quieter. */
    void comeBack(Watch watch) {
        attempts = 0;
        watch.start(this);
        await(watch);
        finish(watch);
    }

    boolean mayTryAgain() {
        return isToBeRepeated() && attempts < teller.conf().attempts();
    }

    boolean isToBeRepeated() {
        return Teller.TRY_AGAIN.contains(outcome().sqlState());
    }

    Outcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("nothing was answered yet to " + operation.sql());
        }
        return outcome;
    }

    /** Empty where it was told something that no client understands. */
    Optional<Answer> answer() {
        return Answer.of(outcome());
    }

    boolean isDone() {
        return outcome().accepted();
    }

    /** {@code second client: SELECT withdraw(1, 2): accepted, at attempt 2 of 10}. */
    String inWords() {
        int allowed = teller.conf().attempts();
        String tried = allowed == 1 ? "" : ", at attempt " + attempts + " of " + allowed;
        return teller.name() + ": " + operation.sql() + " was " + outcome().inWords() + tried;
    }

    /** Whom of the clients it meets is the server's choice, and so are its words, and no grade may depend on that. */
    String outOfAttempts() {
        int allowed = teller.conf().attempts();
        return "one of the clients was refused with " + outcome().sqlState() + " and had "
                + (allowed == 1 ? "only one attempt" : "made all its " + allowed + " attempts");
    }
}
