package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Psql;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.ArrayList;
import java.util.List;

/**
 * Many clients, all at once, on few accounts, again and again. What comes first is left to chance here, so nothing is asked
 * that chance could decide: who has used up all attempts comes back when it is quiet.
 */
final class Storm {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 6;

    private final Postgres db;
    private final ClientConf conf;
    private final Draw draw;
    private final Evidence evidence;
    private final Watch watch;
    private final List<Teller> tellers = new ArrayList<>();
    private final List<Account> accounts;
    private int done;
    private int refused;
    private int cameBack;

    Storm(Postgres db, ClientConf conf, Bank bank, Draw draw, Evidence evidence) {
        this.db = db;
        this.conf = conf;
        this.draw = draw;
        this.evidence = evidence;
        watch = new Watch(db.session("watch"));
        accounts = bank.open(
                List.of(List.of(balance(), balance(), -draw.number(10, 20)), List.of(balance(), -draw.number(10, 20))));
        for (int client = 1; client <= CLIENTS; client++) {
            tellers.add(Teller.of("client " + client, db, conf).at(evidence.trace("many clients at once")));
        }
    }

    void run() {
        Books books = Books.of(accounts);
        for (int round = 0; round < ROUNDS; round++) {
            books = round(books);
        }
        evidence.text(
                "the rush in numbers",
                done + " done, " + refused + " refused, " + cameBack + " came back when it was quiet");
    }

    private Books round(Books before) {
        List<Call> calls = tellers.stream()
                .map(teller -> new Call(teller, operation(before)))
                .toList();
        calls.forEach(watch::start);
        String reproduce = reproduce(before, calls);
        try {
            calls.forEach(call -> call.await(watch));
        } catch (Watch.StuckCall stuck) {
            throw Judgement.stuck(
                    stuck.call(), before, calls.stream().map(Call::operation).toList());
        }
        for (Call call : calls) {
            call.finish(watch);
            if (call.isToBeRepeated()) {
                cameBack++;
                call.comeBack(watch);
            }
            if (call.answer().isEmpty()) {
                throw Judgement.escaped(call, reproduce);
            }
        }
        return compare(before, calls, reproduce);
    }

    private Books compare(Books before, List<Call> calls, String reproduce) {
        List<Operation> made =
                calls.stream().filter(Call::isDone).map(Call::operation).toList();
        done += made.size();
        refused += calls.size() - made.size();
        Books after = before.after(made);
        Stored stored = Stored.read(db.session(), before);
        if (!stored.holds(after)) {
            throw Failure.of("the books are wrong after many clients came at once")
                    .expected(after.inWords())
                    .seen(stored.inWords())
                    .diagnose(WrongBooks.diagnosis(before, made, stored))
                    .reproduce(reproduce);
        }
        for (Account account : accounts) {
            if (after.sum(account.household()) < 0) {
                throw Failure.of("household " + account.household() + " owes money after many clients came at once")
                        .expected("its balances never sum up to less than 0")
                        .seen("they sum up to " + after.sum(account.household()) + "; " + stored.inWords())
                        .diagnose("write-skew")
                        .reproduce(reproduce);
            }
        }
        return after;
    }

    private Operation operation(Books now) {
        List<Account> two = draw.shuffle(accounts);
        int amount = draw.number(1, 30);
        return draw.flag()
                ? Operation.withdraw(
                        two.get(0).id(),
                        Math.min(amount, 1 + Math.abs(now.balance(two.get(0).id()))))
                : Operation.transfer(two.get(0).id(), two.get(1).id(), amount);
    }

    private String reproduce(Books before, List<Call> calls) {
        String begin = "BEGIN ISOLATION LEVEL " + conf.isolation().sql();
        List<String> commands = calls.stream()
                .map(call -> Psql.command(begin, call.operation().sql(), "COMMIT"))
                .toList();
        return Reproduction.of(before, String.join(" & ", commands) + " & wait");
    }

    private int balance() {
        return draw.number(150, 300);
    }
}
