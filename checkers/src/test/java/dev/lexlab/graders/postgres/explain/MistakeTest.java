package dev.lexlab.graders.postgres.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MistakeTest {
    private static final Index BY_ADDRESS = index("by_address", "customers", "lower(email)", "lower(email)");
    private static final Index BY_EMAIL = index("by_email", "customers", "email", "email, city");
    private static final Index OF_CUSTOMER = index("of_customer", "orders", "customer_id", "customer_id, placed_at");
    private static final Index OF_DAY = index("of_day", "orders", "placed_at", "placed_at, customer_id");
    private static final Index OF_STATUS = index("of_status", "orders", "status", "status");
    private static final Index TO_PACK =
            new Index("to_pack", "orders", "placed_at", "placed_at", Optional.of("status = 'open'::text"), "");

    private static final Step ALL_CUSTOMERS = step("Seq Scan").on("customers").filter("(lower(email) = 'a'::text)");
    private static final Step ALL_ORDERS = step("Seq Scan").on("orders");
    private static final Step OPEN_ORDERS = ALL_ORDERS.filter("(status = 'open'::text)");
    private static final Step HIS_ORDERS = ALL_ORDERS.filter("((placed_at >= '2031'::date) AND (customer_id = 7))");
    private static final Step BY_CUSTOMER = step("Hash Join").condition("(o.customer_id = c.id)");
    private static final Step FEW = step("Limit");
    private static final Step BY_TIME = step("Sort").sortedBy("placed_at");

    @Test
    void missesAnIndexOnTheTableThatIsReadWhole() {
        assertThat(mistake(plan(ALL_CUSTOMERS), List.of())).isEqualTo("no-index");
        assertThat(mistake(plan(ALL_CUSTOMERS), List.of(OF_CUSTOMER))).isEqualTo("no-index");
        assertThat(mistake(plan(BY_CUSTOMER, ALL_ORDERS), List.of(BY_ADDRESS))).isEqualTo("no-index");
    }

    @Test
    void tellsTheRawColumnFromTheExpression() {
        assertThat(mistake(plan(ALL_CUSTOMERS), List.of(BY_EMAIL))).isEqualTo("other-expression");
        assertThat(mistake(plan(ALL_CUSTOMERS), List.of(index("of_city", "customers", "city", "city"))))
                .isEqualTo("not-for-this");
    }

    @Test
    void asksForStatisticsWhereTheIndexIsThereAndTheGuessWasBad() {
        Step many = step("Bitmap Heap Scan").on("customers").rows(60, 1);
        Step one = step("Index Scan").on("customers").rows(1, 1);

        assertThat(mistake(plan(BY_CUSTOMER, ALL_ORDERS, many), List.of(BY_ADDRESS, OF_CUSTOMER)))
                .isEqualTo("no-statistics");
        assertThat(mistake(plan(BY_CUSTOMER, ALL_ORDERS, one), List.of(BY_ADDRESS, OF_CUSTOMER)))
                .isEqualTo("not-for-this");
    }

    @Test
    void doesNotBlameAnIndexThatIsForAnotherQuery() {
        Step many = step("Bitmap Heap Scan").on("customers").rows(60, 1);

        assertThat(mistake(plan(BY_TIME, BY_CUSTOMER, ALL_ORDERS, many), List.of(BY_ADDRESS, TO_PACK)))
                .isEqualTo("not-for-this");
    }

    @Test
    void seesThatOnlyAPartialIndexWouldFit() {
        assertThat(mistake(plan(FEW, BY_TIME, OPEN_ORDERS), List.of(TO_PACK, OF_CUSTOMER)))
                .isEqualTo("not-implied");
        assertThat(mistake(plan(FEW, BY_TIME, OPEN_ORDERS), List.of(TO_PACK, OF_STATUS)))
                .isEqualTo("sorts-all");
    }

    @Test
    void tellsAnIndexWithoutTheOrderFromOneThatIsNoUse() {
        Step used = step("Bitmap Heap Scan")
                .on("orders")
                .condition("(customer_id = 7)")
                .rows(3570, 3592)
                .reading(731);
        Step by = step("Bitmap Index Scan").by("by_customer").condition("(customer_id = 7)");
        Index ofCustomerAlone = index("by_customer", "orders", "customer_id", "customer_id");

        assertThat(mistake(plan(FEW, BY_TIME, used, by), List.of(ofCustomerAlone)))
                .isEqualTo("sorts-all");
        assertThat(mistake(plan(FEW, BY_TIME, HIS_ORDERS), List.of(ofCustomerAlone)))
                .isEqualTo("sorts-all");
        assertThat(mistake(plan(FEW, BY_TIME, OPEN_ORDERS), List.of(OF_DAY))).isEqualTo("not-for-this");
    }

    @Test
    void seesThatTheRangeStandsBeforeTheEquality() {
        Step scattered = step("Index Scan")
                .on("orders")
                .by("of_day")
                .condition("((placed_at >= '2031'::date) AND (customer_id = 7))")
                .rows(3, 3)
                .reading(143);

        assertThat(mistake(plan(FEW, scattered), List.of(OF_DAY))).isEqualTo("range-first");
        assertThat(mistake(plan(BY_TIME, scattered.condition("(customer_id = c.id)")), List.of(OF_DAY)))
                .isEqualTo("range-first");
    }

    @Test
    void seesThatRowsAreReadToBeThrownAway() {
        Step walk = step("Index Scan")
                .on("orders")
                .by("of_day")
                .filter("(status = 'open'::text)")
                .rows(400, 10)
                .reading(38_896);

        assertThat(mistake(plan(FEW, walk), List.of(OF_DAY))).isEqualTo("thrown-away");
    }

    @Test
    void looksForTheCauseInTheTableThatNothingLeadsInto() {
        Plan plan = plan(BY_CUSTOMER, ALL_ORDERS.reading(755), ALL_CUSTOMERS.reading(150));

        assertThat(mistake(plan, List.of(BY_EMAIL, OF_CUSTOMER))).isEqualTo("other-expression");
        assertThat(mistake(plan, List.of(OF_CUSTOMER))).isEqualTo("no-index");
        assertThat(Mistake.in(plan, List.of(OF_CUSTOMER)).orElseThrow().step().relation())
                .isEqualTo("customers");
        assertThat(mistake(plan, List.of(BY_ADDRESS, OF_CUSTOMER))).isEqualTo("not-for-this");
    }

    @Test
    void seesThatAnIndexIsReadFromEndToEnd() {
        Index byTime = index("of_time", "orders", "placed_at", "placed_at, status");
        Step all = step("Index Scan")
                .on("orders")
                .by("of_time")
                .condition("(status = 'open'::text)")
                .rows(5, 5)
                .reading(190);

        assertThat(mistake(plan(FEW, all), List.of(byTime))).isEqualTo("read-through");
    }

    @Test
    void doesNotGuess() {
        Step good = step("Index Scan")
                .on("orders")
                .by("of_customer")
                .condition("(customer_id = 7)")
                .reading(90);

        assertThat(mistake(plan(FEW, good), List.of(OF_CUSTOMER))).isEmpty();
        assertThat(mistake(plan(step("Result")), List.of(OF_CUSTOMER))).isEmpty();
    }

    private static String mistake(Plan plan, List<Index> indexes) {
        return Mistake.in(plan, indexes).map(Mistake::diagnosis).orElse("");
    }

    private static Index index(String name, String table, String firstKey, String keys) {
        return new Index(name, table, firstKey, keys, Optional.empty(), "");
    }

    private static Plan plan(Step... steps) {
        return new Plan(Stream.of(steps).map(Step::node).toList());
    }

    private static Step step(String type) {
        return Step.of(type);
    }
}
