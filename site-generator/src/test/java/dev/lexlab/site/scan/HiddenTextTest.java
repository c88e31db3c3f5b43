package dev.lexlab.site.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HiddenTextTest {
    private static final Pattern MARK = Pattern.compile("lexlab-hidden:[ \\t]?[\\w./-]{1,80}");

    private static final List<String> PIECES =
            List.of("lexlab-hidden", "lexlab", "-hidden", ":", " ", "x", "le", "name", "→", "\n");

    @Test
    void findsTheFirstMarkWhereverItStands() {
        Random random = new Random(9);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(10); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Matcher mark = MARK.matcher(text);
            Optional<String> expected = mark.find() ? Optional.of(mark.group()) : Optional.empty();

            assertThat(HiddenText.find(text.toString())).as("'%s'", text).isEqualTo(expected);
            found += expected.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(300, 19_700);
    }
}
