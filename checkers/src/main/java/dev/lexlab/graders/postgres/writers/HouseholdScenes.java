package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.List;

/** Two clients take from different accounts of a household what it has only once. */
final class HouseholdScenes {
    private static final String MISTAKE = "write-skew";

    private final Draw draw;
    private final Bank bank;

    private HouseholdScenes(Bank bank, Draw draw) {
        this.bank = bank;
        this.draw = draw;
    }

    static List<Scene> of(Bank bank, Draw draw) {
        HouseholdScenes scenes = new HouseholdScenes(bank, draw);
        return List.of(
                scenes.withdrawals(false),
                scenes.withdrawals(true),
                scenes.withdrawals(false).firstGivesUp(),
                scenes.withdrawalThenTransfer(false),
                scenes.withdrawalThenTransfer(true),
                scenes.transferThenWithdrawal(false),
                scenes.transferThenWithdrawal(true),
                scenes.transfers(false),
                scenes.transfers(true),
                scenes.transfers(false).firstGivesUp());
    }

    private Scene withdrawals(boolean atRows) {
        Meeting meeting = new Meeting(bank, draw);
        return meeting.scene(
                atRows,
                "two withdrawals from two accounts of one household",
                meeting.withdrawal(0),
                meeting.withdrawal(1));
    }

    /** Whoever locks one of two households, by their numbers say, has the payer's only if it is tried with both. */
    private Scene withdrawalThenTransfer(boolean strangersAreOlder) {
        Meeting meeting = new Meeting(bank, draw, strangersAreOlder);
        return meeting.scene(
                false,
                "a withdrawal, and a transfer from another account of the household to strangers",
                meeting.withdrawal(0),
                meeting.transfer(1));
    }

    private Scene transferThenWithdrawal(boolean strangersAreOlder) {
        Meeting meeting = new Meeting(bank, draw, strangersAreOlder);
        return meeting.scene(
                false,
                "a transfer to strangers, and a withdrawal from another account of the household",
                meeting.transfer(0),
                meeting.withdrawal(1));
    }

    private Scene transfers(boolean atRows) {
        Meeting meeting = new Meeting(bank, draw);
        return meeting.scene(
                atRows,
                "two transfers to strangers from two accounts of one household",
                meeting.transfer(0),
                meeting.transfer(1));
    }

    /** A household with two accounts of some money and an overdrawn one, which leaves enough for one client; and strangers. */
    private static final class Meeting {
        private final List<Account> rich;
        private final List<Account> strangers;
        private final Books books;
        private final int amount;

        Meeting(Bank bank, Draw draw) {
            this(bank, draw, false);
        }

        /**
         * Opens the accounts.
         *
         * @param strangersAreOlder whether the numbers of the strangers and of their household are the smaller ones
         */
        Meeting(Bank bank, Draw draw, boolean strangersAreOlder) {
            amount = draw.number(50, 90);
            List<Integer> home =
                    draw.shuffle(List.of(amount + draw.number(0, 9), amount + draw.number(0, 9), -draw.number(20, 40)));
            List<Integer> away = List.of(draw.number(0, 99), draw.number(0, 99));
            List<Account> all = bank.open(strangersAreOlder ? List.of(away, home) : List.of(home, away));
            books = Books.of(all);
            int first = strangersAreOlder ? away.size() : 0;
            rich = draw.shuffle(all.subList(first, first + home.size()).stream()
                    .filter(account -> account.balance() > 0)
                    .toList());
            int stranger = strangersAreOlder ? 0 : home.size();
            strangers = all.subList(stranger, stranger + away.size());
        }

        Operation withdrawal(int client) {
            return Operation.withdraw(rich.get(client).id(), amount);
        }

        Operation transfer(int client) {
            return Operation.transfer(
                    rich.get(client).id(), strangers.get(client).id(), amount);
        }

        Scene scene(boolean atRows, String what, Operation first, Operation second) {
            List<Integer> rows = rich.stream().map(Account::id).toList();
            return atRows
                    ? Scene.behindLockedRows(MISTAKE, what, books, rows, first, second)
                    : Scene.whileFirstIsOpen(MISTAKE, what, books, first, second);
        }
    }
}
