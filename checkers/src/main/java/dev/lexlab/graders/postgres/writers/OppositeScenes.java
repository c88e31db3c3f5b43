package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Clients who want the same accounts, each in its own order. There is enough for all of them. */
final class OppositeScenes {
    private static final String MISTAKE = "old-look";

    private final Draw draw;
    private final Bank bank;

    private OppositeScenes(Bank bank, Draw draw) {
        this.bank = bank;
        this.draw = draw;
    }

    static List<Scene> of(Bank bank, Draw draw) {
        OppositeScenes scenes = new OppositeScenes(bank, draw);
        List<Scene> all = new ArrayList<>();
        for (boolean mirrored : new boolean[] {false, true}) {
            all.add(scenes.transfers("between two households", scenes.strangers(), mirrored));
            all.add(scenes.transfers("within a household", scenes.household(), mirrored));
        }
        all.addAll(scenes.upAndDown());
        return all;
    }

    /**
     * A first client keeps the second account busy, and whatever its function locks for it. The next two transfer in opposite
     * ways: the second client comes to that account and waits; the third takes the other one and waits behind it. Set free,
     * the second client has what the third wants, and wants what the third has. Mirrored, the same happens to functions that
     * begin with the target.
     */
    private Scene transfers(String where, List<Account> both, boolean mirrored) {
        int one = both.get(0).id();
        int other = both.get(1).id();
        return Scene.whileFirstIsOpen(
                MISTAKE,
                "two transfers in opposite ways " + where + (mirrored ? ", from the other side" : ""),
                Books.of(both),
                Operation.withdraw(mirrored ? one : other, amount()),
                Operation.transfer(other, one, amount()),
                Operation.transfer(one, other, amount()));
    }

    /** One of them locks a household's accounts upwards, the other one downwards: they meet at the one in the middle. */
    private List<Scene> upAndDown() {
        return Stream.of(false, true)
                .flatMap(down -> {
                    List<Account> first = household();
                    List<Account> second = household();
                    int from = down ? 2 : 0;
                    return Stream.of(
                            meeting(
                                    first,
                                    Operation.withdraw(first.get(from).id(), amount()),
                                    transfer(first, 2 - from, from)),
                            meeting(second, transfer(second, from, 2 - from), transfer(second, 2 - from, from)));
                })
                .toList();
    }

    private Operation transfer(List<Account> all, int from, int to) {
        return Operation.transfer(all.get(from).id(), all.get(to).id(), amount());
    }

    private static Scene meeting(List<Account> all, Operation first, Operation second) {
        return Scene.behindLockedRows(
                MISTAKE,
                "two clients at the ends of a household",
                Books.of(all),
                List.of(all.get(1).id()),
                first,
                second);
    }

    private List<Account> household() {
        return bank.open(List.of(List.of(balance(), balance(), balance())));
    }

    private List<Account> strangers() {
        return draw.shuffle(bank.open(List.of(List.of(balance()), List.of(balance()))));
    }

    private int balance() {
        return draw.number(150, 300);
    }

    private int amount() {
        return draw.number(1, 40);
    }
}
