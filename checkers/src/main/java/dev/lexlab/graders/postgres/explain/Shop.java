package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Session;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Two tables as a restore from a dump leaves them: filled in no particular order, and without statistics. Every value follows
 * from the seed and the number of its row, so that a check can make the same rows again.
 *
 * @param customers how many, numbered from 1
 * @param orders how many, numbered from 1 in the order in which they were placed
 * @param reseller the customer who places one order of {@code resellerOneIn}
 * @param openOneIn of the latest orders, one of so many is still open; of the others none
 * @param salt makes other values of the same numbers
 */
record Shop(
        int customers,
        int orders,
        int reseller,
        int resellerOneIn,
        int openOneIn,
        int salt,
        List<String> names,
        List<String> words,
        List<String> cities) {
    /** Until the end of the year after. */
    static final String FIRST_DAY = "2031-01-01";

    private static final int MOST_ORDERS = 44_000;
    private static final int SECONDS = 2 * 365 * 24 * 3600;

    /** Statistics are the learner's task; gathered in the background, they would come in some runs and not in others. */
    private static final String BY_HAND = " WITH (autovacuum_enabled = off)";

    /**
     * ANALYZE takes 300 times the highest of these targets as its sample, at random if there are more rows: then what the planner
     * expects, and now and then its plan, would be another in each run. The column is one that no query asks for.
     */
    private static final String ANALYZE_READS_ALL =
            "ALTER TABLE orders ALTER COLUMN note SET STATISTICS " + (MOST_ORDERS / 300 + 1);

    private static final List<String> TABLES = List.of("""
            CREATE TABLE customers (
              id         integer NOT NULL,
              email      text NOT NULL,
              name       text NOT NULL,
              city       text NOT NULL,
              joined_on  date NOT NULL
            )""" + BY_HAND, """
            CREATE TABLE orders (
              id           integer NOT NULL,
              customer_id  integer NOT NULL,
              placed_at    timestamptz NOT NULL,
              status       text NOT NULL,
              total        numeric(8, 2) NOT NULL,
              note         text NOT NULL
            )""" + BY_HAND);

    Shop {
        names = List.copyOf(names);
        words = List.copyOf(words);
        cities = List.copyOf(cities);
    }

    static Shop of(Draw draw) {
        int customers = draw.number(10_000, 13_000);
        return new Shop(
                customers,
                draw.number(36_000, MOST_ORDERS),
                draw.number(100, customers - 100),
                draw.number(8, 12),
                draw.number(2, 4),
                draw.number(1, 1_000_000_000),
                draw.names(8),
                draw.words(8),
                draw.shuffle(List.of("Bergen", "Graz", "Lyon", "Porto", "Tartu", "Turin")));
    }

    void openIn(Session session) {
        TABLES.forEach(table -> must(session.attempt(table)));
        must(session.attempt(ANALYZE_READS_ALL));
        must(session.attempt("INSERT INTO customers " + customerRows()));
        must(session.attempt("INSERT INTO orders " + orderRows()));
        must(session.attempt("ALTER TABLE customers ADD PRIMARY KEY (id)"));
        must(session.attempt("ALTER TABLE orders ADD PRIMARY KEY (id)"));
        // So that no query pays for what was left to do when the rows came; it gathers no statistics of their values.
        must(session.attempt("VACUUM customers, orders"));
    }

    /** Nothing of a learner has run yet: where this does not work, it is our fault. */
    private static void must(Outcome outcome) {
        if (!outcome.accepted()) {
            throw new IllegalStateException(outcome.statement() + " was " + outcome.inWords());
        }
    }

    /** One customer of fifty shares an address with the one before; both may write it as they like. */
    String customerRows() {
        return """
               SELECT i AS id,
                      CASE %s WHEN 0 THEN upper(address) WHEN 1 THEN initcap(address) ELSE address END AS email,
                      initcap(name) AS name, %s AS city, date '%s' - %s::integer AS joined_on
                 FROM (SELECT i, CASE WHEN i > 1 AND %s = 0 THEN i - 1 ELSE i END AS k
                         FROM generate_series(1, %d) i) AS numbered,
                      LATERAL (SELECT %s AS name) AS named,
                      LATERAL (SELECT name || '.' || %s || k || '@' || %s || '.example' AS address) AS addressed
                ORDER BY hashint8extended(i, %d)""".formatted(
                        hash("i", 1, 3),
                        one(cities, "i", 2),
                        FIRST_DAY,
                        hash("i", 3, 2000),
                        hash("i", 4, 50),
                        customers,
                        one(lower(names), "k", 5),
                        one(words, "k", 6),
                        one(words, "k", 7),
                        salt);
    }

    String orderRows() {
        int apart = SECONDS / (orders + 1);
        return """
               SELECT i AS id,
                      CASE WHEN %s = 0 THEN %d ELSE (1 + %s)::integer END AS customer_id,
                      timestamptz '%s' + make_interval(secs => i * %d + %s) AS placed_at,
                      CASE WHEN i > %d AND %s = 0 THEN 'open' WHEN %s = 0 THEN 'cancelled' ELSE 'delivered' END AS status,
                      ((100 + %s) / 100.0)::numeric(8, 2) AS total,
                      'with the ' || %s || ' label, in the ' || %s || ' box; slip ' || md5(i || 'of%d') AS note
                 FROM generate_series(1, %d) i
                ORDER BY hashint8extended(i, %d)""".formatted(
                        hash("i", 11, resellerOneIn),
                        reseller,
                        hash("i", 12, customers),
                        FIRST_DAY,
                        apart,
                        hash("i", 13, apart),
                        orders - orders / 33,
                        hash("i", 14, openOneIn),
                        hash("i", 15, 30),
                        hash("i", 16, 99_000),
                        one(words, "i", 17),
                        one(words, "i", 18),
                        salt,
                        orders,
                        salt + 10L);
    }

    /** A number below {@code limit} that is always the same for the same row; {@code which} tells several of one row apart. */
    private String hash(String row, int which, int limit) {
        return "((hashint8extended(" + row + ", " + (salt + (long) which) + ") & 2147483647) % " + limit + ")";
    }

    private String one(List<String> of, String row, int which) {
        String elements = of.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        return "(ARRAY[" + elements + "])[1 + " + hash(row, which, of.size()) + "]";
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }
}
