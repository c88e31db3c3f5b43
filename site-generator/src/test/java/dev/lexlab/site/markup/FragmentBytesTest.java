package dev.lexlab.site.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FragmentBytesTest {
    private static final Fragment FRAGMENT = new Fragment(
            "<p>Schlüssel 🔑\n</p>",
            new LinkedHashMap<>(Map.of("key", "Schlüssel\t1\n2")),
            List.of(
                    new Problem(new Place("a.adoc", 3, 7), "what\tit is", "a hint"),
                    new Problem(Place.of("b.adoc"), "more", "")));

    @Test
    void aFragmentComesBackAsItWas() throws IOException {
        assertThat(FragmentBytes.read(FragmentBytes.of(FRAGMENT))).isEqualTo(FRAGMENT);
        Fragment empty = new Fragment("", List.of());
        assertThat(FragmentBytes.read(FragmentBytes.of(empty))).isEqualTo(empty);
    }

    @Test
    void aPartOfOneIsNone() {
        byte[] whole = FragmentBytes.of(FRAGMENT);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FragmentBytes.read(part)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anythingElseIsRefusedAndNeverMoreThanThat() {
        Random random = new Random(3);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = FragmentBytes.of(FRAGMENT);
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(FragmentBytes.read(bytes).html()).hasSizeLessThan(bytes.length);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
