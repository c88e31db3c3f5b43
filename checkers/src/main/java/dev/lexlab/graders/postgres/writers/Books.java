package dev.lexlab.graders.postgres.writers;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Accounts and what has been moved: what the database must hold. */
final class Books {
    private final Map<Integer, Account> accounts;
    private final List<Movement> movements;

    private Books(Map<Integer, Account> accounts, List<Movement> movements) {
        this.accounts = new TreeMap<>(accounts);
        this.movements = movements.stream().sorted().toList();
    }

    static Books of(Collection<Account> accounts) {
        Map<Integer, Account> byId = new TreeMap<>();
        accounts.forEach(account -> byId.put(account.id(), account));
        return new Books(byId, List.of());
    }

    Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    List<Movement> movements() {
        return movements;
    }

    int balance(int account) {
        return accounts.getOrDefault(account, Account.NONE).balance();
    }

    int sum(int household) {
        return accounts.values().stream()
                .filter(account -> account.household() == household)
                .mapToInt(Account::balance)
                .sum();
    }

    /** What a client alone in the bank is told. */
    Answer answer(Operation operation) {
        if (operation.amount() < 1 || (operation.isTransfer() && operation.from() == operation.to())) {
            return Answer.NONSENSE;
        }
        Account from = accounts.get(operation.from());
        Account to = accounts.get(operation.to());
        if (from == null || to == null) {
            return Answer.UNKNOWN;
        }
        boolean leaves = !operation.isTransfer() || from.household() != to.household();
        boolean isShort = operation.isTransfer() && from.balance() < operation.amount();
        boolean breaksLimit = leaves && sum(from.household()) < operation.amount();
        return isShort || breaksLimit ? Answer.TOO_LITTLE : Answer.DONE;
    }

    /** After these, whether they were allowed or not. */
    Books after(List<Operation> done) {
        Map<Integer, Account> moved = new TreeMap<>(accounts);
        List<Movement> noted = new ArrayList<>(movements);
        for (Operation operation : done) {
            operation.effects().forEach((id, amount) -> {
                moved.computeIfPresent(id, (same, account) -> account.plus(amount));
                noted.add(new Movement(id, amount));
            });
        }
        return new Books(moved, noted);
    }

    /** One line for each account, as {@link Stored} tells them. */
    List<String> balanceLines() {
        return accounts.values().stream()
                .map(account -> account.id() + ": " + account.balance())
                .toList();
    }

    List<String> movementLines() {
        return movements.stream().map(Movement::toString).toList();
    }

    String inWords() {
        return Stored.inWords(balanceLines(), movementLines());
    }

    /** How they began, for a client who wants to see the same. */
    String[] inserts() {
        String households = accounts.values().stream()
                .map(Account::household)
                .distinct()
                .map(id -> "(" + id + ", 'household " + id + "')")
                .collect(joining(", "));
        return Stream.of("INSERT INTO households (id, name) VALUES " + households, insert(accounts.values()))
                .toArray(String[]::new);
    }

    static String insert(Collection<Account> accounts) {
        return accounts.stream()
                .map(account -> "(" + account.id() + ", " + account.household() + ", " + account.balance() + ")")
                .collect(joining(", ", "INSERT INTO accounts (id, household_id, balance) VALUES ", ""));
    }

    /** An account. */
    record Account(int id, int household, int balance) {
        static final Account NONE = new Account(0, 0, 0);
        static final Comparator<Account> BY_BALANCE = Comparator.comparingInt(Account::balance);

        Account plus(int amount) {
            return new Account(id, household, balance + amount);
        }
    }

    /** One line of the ledger. */
    record Movement(int account, int amount) implements Comparable<Movement> {

        @Override
        public int compareTo(Movement other) {
            return account == other.account
                    ? Integer.compare(amount, other.amount)
                    : Integer.compare(account, other.account);
        }

        @Override
        public String toString() {
            return account + ": " + amount;
        }
    }
}
