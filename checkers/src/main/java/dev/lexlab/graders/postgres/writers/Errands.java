package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client asks for in a day: what is allowed, what is not, and what lies just beside the border. There is a household
 * with a rich account, an overdrawn one and one in between, and a stranger.
 */
final class Errands {
    private static final int MOST_OF_A_SMALL_SUM = 3;

    private final Draw draw;
    private final Books books;
    private final int rich;
    private final int middle;
    private final int overdrawn;
    private final int stranger;
    private final int household;
    private final int unknown;

    Errands(Bank bank, Draw draw) {
        this.draw = draw;
        List<Account> accounts = bank.open(List.of(
                draw.shuffle(List.of(draw.number(110, 150), draw.number(20, 40), -draw.number(50, 70))),
                List.of(draw.number(0, 9))));
        books = Books.of(accounts);
        List<Account> byBalance =
                accounts.subList(0, 3).stream().sorted(Account.BY_BALANCE).toList();
        overdrawn = byBalance.get(0).id();
        middle = byBalance.get(1).id();
        rich = byBalance.get(2).id();
        household = byBalance.get(0).household();
        stranger = accounts.get(3).id();
        unknown = bank.unknownAccount();
    }

    /** At the day's begin. */
    Books books() {
        return books;
    }

    List<Errand> all() {
        List<Errand> all = new ArrayList<>(draw.shuffle(List.of(
                now -> Operation.withdraw(rich, small()),
                now -> Operation.withdraw(overdrawn, small()),
                now -> Operation.withdraw(middle, now.balance(middle) + small()),
                now -> Operation.withdraw(middle, now.sum(household) + 1),
                now -> Operation.transfer(rich, stranger, small()),
                now -> Operation.transfer(rich, overdrawn, small()),
                now -> Operation.transfer(stranger, rich, now.balance(stranger) + 1),
                now -> Operation.transfer(rich, stranger, now.sum(household) + 1),
                now -> Operation.transfer(rich, overdrawn, now.balance(rich) + 1),
                now -> Operation.withdraw(unknown, small()),
                now -> Operation.transfer(unknown, rich, small()),
                now -> Operation.transfer(rich, unknown, small()),
                now -> Operation.withdraw(rich, 0),
                now -> Operation.withdraw(rich, -small()),
                now -> Operation.transfer(rich, stranger, 0),
                now -> Operation.transfer(rich, stranger, -small()),
                now -> Operation.transfer(rich, rich, small()))));
        all.add(now -> Operation.transfer(rich, overdrawn, now.sum(household) + 1));
        all.add(now -> Operation.transfer(rich, middle, now.balance(rich)));
        all.add(now -> Operation.transfer(middle, stranger, now.sum(household)));
        all.add(now -> Operation.transfer(stranger, overdrawn, now.balance(stranger)));
        all.add(now -> Operation.withdraw(overdrawn, now.sum(household)));
        all.add(now -> Operation.withdraw(rich, 1));
        return all;
    }

    private int small() {
        return draw.number(1, MOST_OF_A_SMALL_SUM);
    }

    /** Depends on what the books say when its turn comes. */
    interface Errand {
        Operation asked(Books now);
    }
}
