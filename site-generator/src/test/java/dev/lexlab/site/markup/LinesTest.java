package dev.lexlab.site.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void tellsWhereEachCharacterStandsInAnyText() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            String text = text(random);
            Lines lines = Lines.of(text);
            int line = 1;
            int column = 1;
            for (int i = 0; i <= text.length(); i++) {
                assertThat(lines.place(i)).as("%d of '%s'", i, text).isEqualTo(line + "." + column);
                boolean ends = i < text.length() && text.charAt(i) == '\n';
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
        }
    }

    /** From one long line to nothing but ends of lines. */
    private static String text(Random random) {
        int ends = random.nextInt(100);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append(random.nextInt(100) < ends ? '\n' : 'ä');
        }
        return text.toString();
    }
}
