package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Psql;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What new rows write to the log. Each writes a record for its table and one for each index that it gets into, so these bytes
 * are the price of the indexes, the same on every machine.
 */
final class NewRows {
    /** Three lean indexes come to 1.6, covering ones to 1.75, and a copy of the table in one of them to 2.04. */
    private static final double MOST_TIMES = 1.9;

    private static final int ORDERS = 1000;
    private static final int CUSTOMERS = 60;
    private static final int FIRST_ID = 10_000_000;
    private static final int MOST_NAMED = 10;

    private static final String NOT_UNIQUE = "23505";
    private static final String BYTES = "SELECT CAST(? AS jsonb) -> 0 -> 'Plan' ->> 'WAL Bytes'";

    private final Desk desk;
    private final Shop shop;
    private final Evidence evidence;

    NewRows(Desk desk, Shop shop, Evidence evidence) {
        this.desk = desk;
        this.shop = shop;
        this.evidence = evidence;
    }

    void check() {
        List<Index> indexes = Index.all(desk);
        demandAccepted();
        long without = withoutIndexes(indexes);
        long with = withoutIndexes(List.of());
        evidence.text(
                "bytes written to the log for " + (ORDERS + CUSTOMERS) + " new rows",
                "with your indexes " + with + "\nwithout them " + without);
        if (with > without * MOST_TIMES) {
            throw tooMuch(indexes, with, without);
        }
    }

    private void demandAccepted() {
        Outcome outcome = desk.undone(() -> {
            Outcome customers = desk.attempt(customers());
            return customers.accepted() ? desk.attempt(orders()) : customers;
        });
        if (!outcome.accepted()) {
            Failure failure = Failure.of("with your indexes the database refuses rows that it took before")
                    .expected("accepted: two customers may share an address, and two orders of one customer a moment")
                    .seen(outcome)
                    .reproduce(undone(customers(), orders()));
            throw outcome.refusedWith(NOT_UNIQUE)
                    ? failure.diagnose("refuses-rows")
                    : failure.next("Take out the index whose expression cannot be computed for such a row")
                            .read("database-index");
        }
    }

    private Failure tooMuch(List<Index> indexes, long with, long without) {
        String shares = indexes.stream()
                .limit(MOST_NAMED)
                .map(index -> "without " + index.name() + ": " + times(withoutIndexes(List.of(index)), without))
                .collect(Collectors.joining("\n"));
        return Failure.of(ORDERS + " new orders and " + CUSTOMERS + " new customers write " + times(with, without)
                        + " the bytes that they write without your indexes")
                .expected("at most " + times(MOST_TIMES) + ", which is " + Math.round(without * MOST_TIMES) + " bytes")
                .seen(with + " bytes with all your indexes, " + without + " without them\n" + shares)
                .diagnose("heavy-index")
                .reproduce(undone("EXPLAIN (ANALYZE, WAL, TIMING OFF, SUMMARY OFF) " + orders()));
    }

    private static String times(long bytes, long of) {
        return times((double) bytes / of);
    }

    private static String times(double times) {
        return String.format(Locale.ROOT, "%.1f times", times);
    }

    private static String undone(String... statements) {
        String[] all = new String[statements.length + 2];
        all[0] = "BEGIN";
        System.arraycopy(statements, 0, all, 1, statements.length);
        all[all.length - 1] = "ROLLBACK";
        return Psql.command(all);
    }

    /** Rows that were taken back before are cleared away, since clearing them on the way is written to the log as well. */
    private long withoutIndexes(List<Index> indexes) {
        desk.send("VACUUM customers, orders");
        return desk.without(indexes, () -> bytes());
    }

    private long bytes() {
        return bytes(customers()) + bytes(orders());
    }

    private long bytes(String insert) {
        String plan = desk.texts("EXPLAIN (ANALYZE, WAL, TIMING OFF, SUMMARY OFF, FORMAT JSON) " + insert)
                .get(0);
        return Long.parseLong(desk.texts(BYTES, plan).get(0));
    }

    /** Every 20th has the address of the one before. */
    private static String customers() {
        return """
               INSERT INTO customers
               SELECT %d + i, 'new.' || (%d + i - (i %% 20 = 0)::integer) || '@harbour.example', 'Noor', 'Lyon', date '2033-01-01'
                 FROM generate_series(1, %d) i""".formatted(FIRST_ID, FIRST_ID, CUSTOMERS);
    }

    /** Every 50th has the customer and the moment of the one before. */
    private String orders() {
        return """
               INSERT INTO orders
               SELECT %d + i, CASE WHEN k %% %d = 0 THEN %d ELSE 1 + k::bigint * 7919 %% %d END,
                      timestamptz '2033-01-01' + k * interval '10 minutes', 'open', 12.5,
                      'with the amber label, in the cedar box; slip ' || md5(k::text)
                 FROM generate_series(1, %d) i, LATERAL (SELECT i - (i %% 50 = 0)::integer AS k) AS twin""".formatted(FIRST_ID, shop.resellerOneIn(), shop.reseller(), shop.customers(), ORDERS);
    }
}
