package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.List;

/**
 * Two clients change the balance of one account. Behind locked rows both call the same function: whether two functions agree
 * on an order of locks is asked elsewhere, and here it would be left to chance.
 */
final class AccountScenes {
    private static final String MISTAKE = "old-look";

    private final Draw draw;
    private final Bank bank;

    private AccountScenes(Bank bank, Draw draw) {
        this.bank = bank;
        this.draw = draw;
    }

    static List<Scene> of(Bank bank, Draw draw) {
        AccountScenes scenes = new AccountScenes(bank, draw);
        return List.of(
                scenes.withdrawals(false),
                scenes.withdrawals(true),
                scenes.withdrawalAndTransfer(),
                scenes.payments(),
                scenes.paymentAndWithdrawal(),
                scenes.wholeBalance(false),
                scenes.wholeBalance(false).firstGivesUp(),
                scenes.wholeBalance(true));
    }

    private Scene withdrawals(boolean atRows) {
        List<Account> all = household();
        int account = all.get(0).id();
        return scene(
                atRows,
                "two withdrawals from one account",
                all,
                Operation.withdraw(account, amount()),
                Operation.withdraw(account, amount()));
    }

    private Scene withdrawalAndTransfer() {
        List<Account> all = household();
        int account = all.get(0).id();
        return scene(
                false,
                "a withdrawal and a transfer from one account",
                all,
                Operation.withdraw(account, amount()),
                Operation.transfer(account, all.get(1).id(), amount()));
    }

    /** The money of neither must be lost on its way in. */
    private Scene payments() {
        List<Account> all = household();
        int target = all.get(2).id();
        return scene(
                false,
                "two transfers to one account",
                all,
                Operation.transfer(all.get(0).id(), target, amount()),
                Operation.transfer(all.get(1).id(), target, amount()));
    }

    private Scene paymentAndWithdrawal() {
        List<Account> all = household();
        int account = all.get(1).id();
        return scene(
                false,
                "a transfer to an account and a withdrawal from it",
                all,
                Operation.transfer(all.get(2).id(), account, amount()),
                Operation.withdraw(account, amount()));
    }

    /**
     * Each wants all that the account has; the household stays rich enough. Behind locked rows both go to one target, so that
     * the order in which a function takes its locks does not matter yet.
     */
    private Scene wholeBalance(boolean atRows) {
        List<Account> all = household();
        Account source = all.get(0);
        return scene(
                atRows,
                "two transfers of all that one account has",
                all,
                Operation.transfer(source.id(), all.get(1).id(), source.balance()),
                Operation.transfer(source.id(), all.get(atRows ? 1 : 2).id(), source.balance()));
    }

    /** The first of the accounts is the one that rows are locked of. */
    private static Scene scene(boolean atRows, String what, List<Account> all, Operation first, Operation second) {
        Books books = Books.of(all);
        return atRows
                ? Scene.behindLockedRows(
                        MISTAKE, what, books, List.of(all.get(0).id()), first, second)
                : Scene.whileFirstIsOpen(MISTAKE, what, books, first, second);
    }

    private List<Account> household() {
        return draw.shuffle(bank.open(List.of(List.of(balance(), balance(), balance()))));
    }

    private int balance() {
        return draw.number(60, 99);
    }

    private int amount() {
        return draw.number(1, 30);
    }
}
