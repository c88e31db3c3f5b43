package dev.lexlab.site.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path TABLE = Path.of("src/test/search/words.tsv");

    @Test
    void aTextIsFoundByTheWordsOfTheTable() throws IOException {
        int seen = 0;
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                String[] row = line.split("\t", -1);
                String text = characters(row[0]);
                assertThat(String.join(" ", Words.of(text))).as(line).isEqualTo(row[1]);
                assertThat(new Vocabulary().in(text).stream().map(Word::text).collect(joining(" ")))
                        .as(line)
                        .isEqualTo(row[1]);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    /** The table shows what could not be seen. */
    private static String characters(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    @Test
    void whatNobodyTypesIsLeftOut() {
        assertThat(Words.of("key " + "f".repeat(40) + " " + "0".repeat(41))).containsExactly("key", "f".repeat(40));
    }

    @Test
    void commonWordsAreFoldedAndSorted() {
        assertThat(List.copyOf(Words.common()))
                .isSorted()
                .contains("a", "the", "what")
                .allMatch(word -> Words.fold(word).equals(word));
    }
}
