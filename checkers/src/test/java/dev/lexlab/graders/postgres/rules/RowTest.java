package dev.lexlab.graders.postgres.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class RowTest {
    private final Row row = Row.of("rooms", 7)
            .with("name", "Kate's")
            .withNull("wing")
            .with("starts_at", OffsetDateTime.parse("2031-05-06T09:15:00+05:30"));

    @Test
    void isSentAsTextThatCanBePasted() {
        assertThat(row.insert())
                .isEqualTo("INSERT INTO rooms (id, name, wing, starts_at) "
                        + "VALUES (7, 'Kate''s', NULL, '2031-05-06 09:15+05:30')");
        assertThat(row.update("name", "wing")).isEqualTo("UPDATE rooms SET name = 'Kate''s', wing = NULL WHERE id = 7");
        assertThat(row.delete()).isEqualTo("DELETE FROM rooms WHERE id = 7");
    }

    @Test
    void isFoundByWhatWasSentWithMomentsComparedAsMoments() {
        assertThat(row.find(column -> !column.equals("name")))
                .isEqualTo("SELECT id FROM rooms WHERE id IS NOT DISTINCT FROM 7 AND wing IS NOT DISTINCT FROM NULL"
                        + " AND starts_at IS NOT DISTINCT FROM '2031-05-06 09:15+05:30'::timestamptz");
    }

    @Test
    void givesBackTheTimeItWasGiven() {
        assertThat(row.time("starts_at")).isEqualTo(OffsetDateTime.parse("2031-05-06T09:15:00+05:30"));
    }

    @Test
    void refusesAColumnItDoesNotHave() {
        assertThatThrownBy(() -> row.update("seats"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rooms has no column seats");
    }
}
