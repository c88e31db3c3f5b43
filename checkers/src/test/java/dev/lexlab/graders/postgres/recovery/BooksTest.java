package dev.lexlab.graders.postgres.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Draw;
import org.junit.jupiter.api.Test;

class BooksTest {

    @Test
    void writesNoPlaceholderIntoSql() {
        for (int seed = 0; seed < 50; seed++) {
            Staff staff = Staff.drawn(new Draw(seed, "roles-return"));
            String sql = staff.books().content()
                    + staff.creation()
                    + staff.books().accident()
                    + staff.books().moreStays(1, 2)
                    + staff.books().moreNotes(1);
            assertThat(sql)
                    .doesNotContainPattern("\\b(STAYS|NOTES|NUMBERS|COUNT|FIRST|STEP|SCHEMA_NAME|TEAM|CLERK)\\b");
        }
    }

    @Test
    void isTheSameInEveryCheckOfARun() {
        assertThat(Staff.drawn(new Draw(7, "roles-return"))).isEqualTo(Staff.drawn(new Draw(7, "prepare")));
    }
}
