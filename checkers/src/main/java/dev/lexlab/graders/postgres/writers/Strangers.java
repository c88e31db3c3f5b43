package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Psql;
import dev.lexlab.check.author.Session;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** While a transaction is held open, whoever has nothing to do with its household goes on: readers, and other households. */
final class Strangers {
    private static final List<String> READINGS = List.of(
            "SELECT id, balance FROM accounts ORDER BY id",
            "SELECT account_id, sum(amount) FROM movements GROUP BY account_id",
            "SELECT household_id, sum(balance) FROM accounts GROUP BY household_id");

    private final Postgres db;
    private final ClientConf conf;
    private final Draw draw;
    private final Evidence evidence;
    private final Watch watch;
    private final Teller first;
    private final Teller second;

    Strangers(Postgres db, ClientConf conf, Draw draw, Evidence evidence) {
        this.db = db;
        this.conf = conf;
        this.draw = draw;
        this.evidence = evidence;
        watch = new Watch(db.session("watch"));
        first = Teller.of("first client", db, conf);
        second = Teller.of("second client", db, conf);
    }

    void run() {
        Bank bank = new Bank(db.session(), draw);
        for (Held held : Held.values()) {
            // In one transaction, as from a dump: whoever tells rows apart by who wrote them takes them for one
            // household.
            List<Account> all = bank.open(Stream.generate(() -> List.of(balance(), balance()))
                    .limit(4)
                    .toList());
            pass(Books.of(all), held.operation(all, draw), strangers(all));
        }
    }

    /** All of them in the third and the fourth household. */
    private List<Operation> strangers(List<Account> all) {
        return draw.shuffle(List.of(
                Operation.withdraw(all.get(4).id(), amount(draw)),
                Operation.transfer(all.get(4).id(), all.get(5).id(), amount(draw)),
                Operation.transfer(all.get(5).id(), all.get(6).id(), amount(draw)),
                Operation.withdraw(all.get(7).id(), amount(draw))));
    }

    private void pass(Books given, Operation held, List<Operation> strangers) {
        Evidence.Trace trace = evidence.trace("while " + held.sql() + " is open");
        Call open = new Call(first.at(trace), held);
        open.hold();
        List<Call> calls = new ArrayList<>();
        READINGS.forEach(reading -> read(reading, given, held, trace));
        strangers.forEach(stranger -> calls.add(go(stranger, given, held, trace)));
        open.letGo(true);
        open.finish(watch);
        calls.add(0, open);
        Scene scene = Scene.whileFirstIsOpen(
                "write-skew",
                "transactions of different households",
                given,
                calls.stream().map(Call::operation).toArray(Operation[]::new));
        new Judgement(scene, calls, false, Stored.read(db.session(), given), conf).judge();
    }

    private void read(String sql, Books given, Operation held, Evidence.Trace trace) {
        Session reader = trace.noting("reader", db.session("reader"));
        Pending reading = reader.start(sql);
        if (reading.waits()) {
            throw Failure.of("somebody who only reads has to wait")
                    .expected("an answer at once to: " + sql)
                    .seen("it waits for a lock, as long as " + held.sql() + " is not committed")
                    .diagnose("readers-wait")
                    .reproduce(reproduce(given, held, Psql.command(sql)));
        }
        if (!reading.outcome().accepted()) {
            throw Failure.of("the bank's books cannot be read")
                    .expected("an answer to: " + sql)
                    .seen(reading.outcome())
                    .diagnose("names-changed")
                    .reproduce(reproduce(given, held, Psql.command(sql)));
        }
    }

    /** The second client's work, to its end, while the first one's is open. */
    private Call go(Operation stranger, Books given, Operation held, Evidence.Trace trace) {
        Call call = new Call(second.at(trace), stranger);
        do {
            Pending pending = call.start();
            if (pending.waits()) {
                throw Failure.of("a client of another household has to wait")
                        .expected(stranger.sql() + " is done while " + held.sql()
                                + " of another household is not committed")
                        .seen("it waits for a lock that the other transaction holds")
                        .diagnose("strangers-wait")
                        .reproduce(reproduce(given, held, Psql.command(begin(), stranger.sql(), "COMMIT")));
            }
            call.await(watch);
        } while (call.mayTryAgain());
        return call;
    }

    private String reproduce(Books given, Operation held, String other) {
        return Reproduction.of(
                given,
                Psql.command(begin(), held.sql(), "SELECT pg_sleep(3)", "COMMIT") + " & sleep 1; "
                        + Reproduction.IMPATIENT + other + "; wait");
    }

    private String begin() {
        return "BEGIN ISOLATION LEVEL " + conf.isolation().sql();
    }

    private int balance() {
        return draw.number(100, 200);
    }

    private static int amount(Draw draw) {
        return draw.number(1, 20);
    }

    /** What is held open, in the first household or between the first two. */
    private enum Held {
        WITHDRAWAL {
            @Override
            Operation operation(List<Account> all, Draw draw) {
                return Operation.withdraw(all.get(0).id(), amount(draw));
            }
        },
        TRANSFER_AT_HOME {
            @Override
            Operation operation(List<Account> all, Draw draw) {
                return Operation.transfer(all.get(0).id(), all.get(1).id(), amount(draw));
            }
        },
        TRANSFER_TO_STRANGERS {
            @Override
            Operation operation(List<Account> all, Draw draw) {
                return Operation.transfer(all.get(0).id(), all.get(2).id(), amount(draw));
            }
        };

        abstract Operation operation(List<Account> all, Draw draw);
    }
}
