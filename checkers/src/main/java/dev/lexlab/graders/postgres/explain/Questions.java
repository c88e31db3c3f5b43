package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Draw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The three queries of the guide, each asked several times. */
final class Questions {
    static final String BY_EMAIL = """
            SELECT c.id, c.name, o.id AS order_id, o.placed_at, o.status
              FROM customers c LEFT JOIN orders o ON o.customer_id = c.id
             WHERE lower(c.email) = lower(:'email')
             ORDER BY o.placed_at DESC""";
    static final String OLDEST_OPEN = """
            SELECT id, customer_id, placed_at, total
              FROM orders
             WHERE status = 'open'
             ORDER BY placed_at
             LIMIT :count""";
    static final String LATEST_ORDERS = """
            SELECT id, placed_at, status, total
              FROM orders
             WHERE customer_id = :customer AND placed_at >= :'from' AND placed_at < :'until'
             ORDER BY placed_at DESC
             LIMIT 10""";

    private static final int TIMES = 3;
    private static final int CANDIDATES = 40;
    private static final String ORDINARY = "BETWEEN 1 AND 6";
    private static final String ORDINARY_EMAIL = """
            SELECT min(email) FROM customers JOIN orders ON customer_id = customers.id
             GROUP BY lower(email) HAVING count(*) = 4 ORDER BY 1 LIMIT 1""";
    private static final String ORDINARY_CUSTOMER =
            "SELECT customer_id FROM orders GROUP BY customer_id HAVING count(*) = 4 ORDER BY 1 LIMIT 1";
    private static final String RESELLER =
            "SELECT customer_id FROM orders GROUP BY customer_id ORDER BY count(*) DESC LIMIT 1";

    private Questions() {}

    /** Written in whatever way, as customers do. */
    static List<Question> byEmail(Desk desk, Shop shop, Draw draw) {
        String found = """
                SELECT min(c.email) FROM customers c JOIN orders o ON o.customer_id = c.id
                 WHERE c.id IN (%s) GROUP BY lower(c.email) HAVING count(*) %s ORDER BY 1""".formatted(candidates(shop, draw), ORDINARY);
        List<Question> questions = new ArrayList<>();
        for (String email : some(desk.texts(found), draw)) {
            String typed = draw.flag() ? email.toUpperCase(Locale.ROOT) : email.toLowerCase(Locale.ROOT);
            questions.add(new Question(
                    typed,
                    BY_EMAIL.replace(":'email'", quoted(typed)),
                    ORDINARY_EMAIL,
                    BY_EMAIL.replace(":'email'", "'$asked'")));
        }
        return questions;
    }

    static List<Question> oldestOpen(Draw draw) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            int count = draw.number(5 * i + 1, 5 * i + 5);
            String sql = OLDEST_OPEN.replace(":count", String.valueOf(count));
            questions.add(new Question("the oldest " + count, sql, "", sql));
        }
        return questions;
    }

    /** The reseller over nearly all the time and over a few weeks, and ordinary customers. */
    static List<Question> latestOrders(Desk desk, Shop shop, Draw draw) {
        String found =
                "SELECT customer_id FROM orders WHERE customer_id IN (%s) GROUP BY 1 HAVING count(*) %s ORDER BY 1"
                        .formatted(candidates(shop, draw), ORDINARY);
        List<Question> questions = new ArrayList<>();
        LocalDate early = LocalDate.parse(Shop.FIRST_DAY).plusDays(draw.number(0, 20));
        LocalDate late = LocalDate.parse(Shop.FIRST_DAY).plusDays(draw.number(700, 730));
        LocalDate some = LocalDate.parse(Shop.FIRST_DAY).plusDays(draw.number(30, 600));
        String reseller = String.valueOf(shop.reseller());
        questions.add(latestOrders("reseller ", reseller, early, late, RESELLER));
        questions.add(latestOrders("reseller ", reseller, some, some.plusDays(draw.number(20, 50)), RESELLER));
        some(desk.texts(found), draw)
                .forEach(
                        customer -> questions.add(latestOrders("customer ", customer, early, late, ORDINARY_CUSTOMER)));
        return questions;
    }

    private static Question latestOrders(String who, String customer, LocalDate from, LocalDate until, String lookUp) {
        String sql = LATEST_ORDERS.replace(":'from'", quoted(from)).replace(":'until'", quoted(until));
        return new Question(
                who + customer + ", " + from + " to " + until,
                sql.replace(":customer", customer),
                lookUp,
                sql.replace(":customer", "$asked"));
    }

    /** Away from the reseller, with whom a neighbour may share an address. */
    private static String candidates(Shop shop, Draw draw) {
        Set<Integer> ids = new TreeSet<>();
        while (ids.size() < CANDIDATES) {
            int id = draw.number(1, shop.customers());
            if (Math.abs(id - shop.reseller()) > 1) {
                ids.add(id);
            }
        }
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static List<String> some(List<String> found, Draw draw) {
        return draw.shuffle(found).stream().limit(TIMES).toList();
    }

    private static String quoted(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }
}
