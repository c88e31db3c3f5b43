package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.List;

/** Four clients want the same account at the same moment, and those who must begin again meet again. */
final class CrowdScenes {

    private CrowdScenes() {}

    static List<Scene> of(Bank bank, Draw draw) {
        int amount = draw.number(20, 40);
        List<Account> all = bank.open(List.of(
                draw.shuffle(List.of(2 * amount, amount + draw.number(0, amount - 1))), List.of(draw.number(0, 9))));
        int account = all.get(0).id();
        int stranger = all.get(2).id();
        return List.of(Scene.behindLockedRows(
                "old-look",
                "four clients at one account",
                Books.of(all),
                List.of(account),
                Operation.withdraw(account, amount),
                Operation.transfer(account, stranger, amount),
                Operation.withdraw(account, amount),
                Operation.withdraw(account, amount)));
    }
}
