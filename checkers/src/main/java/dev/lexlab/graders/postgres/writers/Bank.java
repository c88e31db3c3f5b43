package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Psql;
import dev.lexlab.check.author.Session;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Opens households of accounts with numbers that are new in every run. */
final class Bank {
    /** A product of many numbers: who locks a remainder of a household's id locks all households. */
    private static final int HOUSEHOLDS_APART = 5040;

    private final Session session;
    private final Draw draw;
    private int lastHousehold;
    private int lastAccount;

    Bank(Session session, Draw draw) {
        this.session = session;
        this.draw = draw;
        lastHousehold = draw.number(1, 5000);
        lastAccount = draw.number(100, 9000);
    }

    /**
     * New households with these balances.
     *
     * @return their accounts, in the order given; ids rise with them
     */
    List<Account> open(List<List<Integer>> households) {
        List<Account> opened = new ArrayList<>();
        for (List<Integer> balances : households) {
            lastHousehold += HOUSEHOLDS_APART * draw.number(1, 3);
            for (int balance : balances) {
                lastAccount += draw.number(1, 9);
                opened.add(new Account(lastAccount, lastHousehold, balance));
            }
        }
        // Stored against the order of their ids: whoever takes rows as they lie meets those who take them in order.
        store(Books.of(opened), opened);
        return opened;
    }

    int unknownAccount() {
        return lastAccount + draw.number(1000, 2000);
    }

    private void store(Books books, List<Account> opened) {
        must(books.inserts()[0], books);
        List<Account> backwards = new ArrayList<>(opened);
        Collections.reverse(backwards);
        must(Books.insert(backwards), books);
    }

    private void must(String insert, Books books) {
        Outcome outcome = session.attempt(insert);
        if (!outcome.accepted()) {
            throw Failure.of("the bank cannot open its accounts in your tables")
                    .expected("accepted: " + insert)
                    .seen(outcome)
                    .diagnose("names-changed")
                    .reproduce(Psql.command(books.inserts()));
        }
    }
}
