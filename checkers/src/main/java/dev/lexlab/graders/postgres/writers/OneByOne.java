package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Psql;
import java.util.List;
import java.util.Optional;

/** One client, alone in the bank: each answer, and the books after each, are those of the model. */
final class OneByOne {
    private static final int DAYS = 2;

    private final Postgres db;
    private final Teller teller;
    private final Bank bank;
    private final Draw draw;

    OneByOne(Postgres db, ClientConf conf, Draw draw, Evidence evidence) {
        this.db = db;
        this.draw = draw;
        bank = new Bank(db.session(), draw);
        teller = Teller.of("client", db, conf).at(evidence.trace("one client, alone in the bank"));
    }

    void run() {
        for (int day = 0; day < DAYS; day++) {
            Errands errands = new Errands(bank, draw);
            Books books = errands.books();
            for (Errands.Errand errand : errands.all()) {
                books = send(errand.asked(books), books);
            }
        }
    }

    private Books send(Operation operation, Books before) {
        Call call = new Call(teller, operation);
        call.ask();
        Stored stored = Stored.read(db.session(), before);
        Answer due = before.answer(operation);
        if (!call.answer().equals(Optional.of(due))) {
            throw wrongAnswer(call, due, before, stored);
        }
        Books after = due == Answer.DONE ? before.after(List.of(operation)) : before;
        if (!stored.holds(after)) {
            throw wrongBooks(call, before, after, stored);
        }
        return after;
    }

    private static Failure wrongAnswer(Call call, Answer due, Books before, Stored stored) {
        Failure failure = Failure.of("a client who is alone in the bank is told the wrong thing")
                .expected(due + ", where the books say: " + before.inWords())
                .seen(call.inWords() + ", and the books say: " + stored.inWords())
                .reproduce(reproduce(call.operation(), before));
        String diagnosis = WrongAnswer.diagnosis(due, call.outcome(), !stored.holds(before));
        return diagnosis.isEmpty()
                ? failure.next("Compare the conditions in the function with the guide's table, for these very numbers.")
                        .read("transaction")
                : failure.diagnose(diagnosis);
    }

    private static Failure wrongBooks(Call call, Books before, Books after, Stored stored) {
        return Failure.of("the books do not say what the client was told")
                .expected(after.inWords())
                .seen(call.inWords() + ", and the books say: " + stored.inWords())
                .diagnose(call.isDone() ? WrongBooks.diagnosis(before, List.of(call.operation()), stored) : "half-done")
                .reproduce(reproduce(call.operation(), before));
    }

    private static String reproduce(Operation operation, Books before) {
        return Reproduction.of(before, Psql.command(Reproduction.SHOW_SQLSTATE, operation.sql()));
    }
}
