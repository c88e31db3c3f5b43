package dev.lexlab.graders.postgres.writers;

import java.util.Map;

/**
 * What a client asks for.
 *
 * @param to where the money goes; the same as {@code from} where it leaves the bank
 */
record Operation(Kind kind, int from, int to, int amount) {
    enum Kind {
        WITHDRAWAL,
        TRANSFER
    }

    static Operation withdraw(int account, int amount) {
        return new Operation(Kind.WITHDRAWAL, account, account, amount);
    }

    static Operation transfer(int from, int to, int amount) {
        return new Operation(Kind.TRANSFER, from, to, amount);
    }

    boolean isTransfer() {
        return kind == Kind.TRANSFER;
    }

    String sql() {
        return isTransfer()
                ? "SELECT transfer(" + from + ", " + to + ", " + amount + ")"
                : "SELECT withdraw(" + from + ", " + amount + ")";
    }

    /** What it adds to which account. */
    Map<Integer, Integer> effects() {
        return isTransfer() ? Map.of(from, -amount, to, amount) : Map.of(from, -amount);
    }
}
