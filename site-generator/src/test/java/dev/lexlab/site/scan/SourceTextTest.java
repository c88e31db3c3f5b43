package dev.lexlab.site.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void aHashIsThatOfTheWordsAndOfEachLinesPlace() {
        Random random = new Random(3);
        Map<String, List<SourceText.Line>> byHash = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            List<SourceText.Line> body = body(random);

            List<SourceText.Line> same = byHash.putIfAbsent(text(body).hash(), body);

            assertThat(same).isIn(null, body);
            assertThat(text(new ArrayList<>(body)).hash()).isEqualTo(text(body).hash());
        }
        assertThat(byHash).hasSizeGreaterThan(5_000);
    }

    @Test
    void aBodyEndsItsLastLine() {
        assertThat(text(List.of()).bodyText()).isEqualTo("\n");
        assertThat(text(List.of(line("", 1))).bodyText()).isEqualTo("\n");
        assertThat(text(List.of(line("a", 1), line("ü", 2), line("", 3))).bodyText())
                .isEqualTo("a\nü\n\n");
    }

    /** Few lines of few words, so that much is nearly the same. */
    private static List<SourceText.Line> body(Random random) {
        List<SourceText.Line> body = new ArrayList<>();
        int number = 1;
        for (int i = random.nextInt(5); i > 0; i--) {
            String text = List.of("", "1", "1 a", "\0", "0 1 a\0").get(random.nextInt(5));
            number = random.nextInt(4) > 0 ? number + 1 : random.nextInt(3);
            body.add(new SourceText.Line(text, random.nextInt(4) > 0 ? "a" : "b", number));
        }
        return body;
    }

    private static SourceText.Line line(String text, int number) {
        return new SourceText.Line(text, "a", number);
    }

    private static SourceText text(List<SourceText.Line> body) {
        return new SourceText("a", Markup.MARKDOWN, Optional.empty(), body);
    }
}
