package dev.lexlab.graders.postgres.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryTest {

    @Test
    void saysWhatIsNewAndThenWhatIsMissing() {
        List<String> nothing = Inventory.changes(List.of());
        List<String> asItWas =
                nothing.stream().map(line -> line.replaceFirst("missing: ", "")).toList();
        List<String> present = new ArrayList<>(asItWas);
        present.remove("column orders.note text not null");
        present.add("column orders.note text");
        present.add("view open_orders");

        assertThat(Inventory.changes(asItWas)).isEmpty();
        assertThat(nothing).contains("missing: table customers", "missing: table orders", "missing: schema public");
        assertThat(Inventory.changes(present))
                .containsExactly(
                        "new: column orders.note text",
                        "new: view open_orders",
                        "missing: column orders.note text not null");
    }
}
