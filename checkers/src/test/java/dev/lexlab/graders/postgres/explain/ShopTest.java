package dev.lexlab.graders.postgres.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import org.junit.jupiter.api.Test;

class ShopTest {

    @Test
    void isTheSameForTheSameSeed() {
        Shop shop = Shop.of(new Draw(7, "shop"));
        Shop again = Shop.of(new Draw(7, "latest-orders").as("shop"));

        assertThat(again).isEqualTo(shop);
        assertThat(again.orderRows()).isEqualTo(shop.orderRows());
        assertThat(Shop.of(new Draw(8, "shop")).orderRows()).isNotEqualTo(shop.orderRows());
    }

    @Test
    void hasAResellerAmongItsCustomers() {
        for (int seed = 0; seed < 100; seed++) {
            Shop shop = Shop.of(new Draw(seed, "shop"));

            assertThat(shop.reseller()).isBetween(2, shop.customers() - 1);
        }
    }
}
