package dev.lexlab.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the short way finds must be what the way for any text finds. */
class VocabularyTest {
    private static final List<String> PIECES = List.of(
            "a", "the", "The", "WAL", "x", "Z", "0", "9", "k8s", " ", " ", "  ", "\n", "_", "-", ".", "'", "’", "^",
            "`", "@", "[", "{", "/", ":", "\u0000", "\u007f", "\u0080", "é", "É", "ß", "İ", "ı", "Σ", "ς", "\u0308",
            "\u00a0", "\u2028", "²", "ª", "\u212a", "日", "本", "テ", "ー", "한", "😀", "𝒳", "\ud83d", "\ude00");

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void findsWhatIsFoundInAnyTextWhateverTheLetter() {
        for (int letter = 0; letter < 0x10000; letter++) {
            char one = (char) letter;
            assertSame(one + "b Ab" + one + "Cd e" + one);
        }
    }

    @Test
    void findsWhatIsFoundInAnyText() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(20) == 0 ? 41 : 1));
            }
            assertSame(text.toString());
        }
    }

    @Test
    void knowsHowLongAWordMayBe() {
        for (String letter : List.of("f", "F", "é", "ß", "日")) {
            for (int length = 15; length < 50; length++) {
                assertSame("key " + letter.repeat(length));
                assertSame("f" + letter.repeat(length) + " key");
            }
        }
    }

    private void assertSame(String text) {
        assertThat(texts(vocabulary.in(text))).as(text).isEqualTo(Words.of(text));
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    @Test
    void aWordIsOneHoweverItIsWrittenAndHoweverManyThereAre() {
        List<Word> first = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            first.addAll(vocabulary.in("word" + i));
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(vocabulary.in("WORD" + i + " wórd" + i)).containsExactly(first.get(i), first.get(i));
        }
    }

    @Test
    void wordsOfOneHashAreSeveral() {
        assertThat("ao").hasSameHashCodeAs("c1");
        assertThat(texts(vocabulary.in("c1 ao C1 ao"))).containsExactly("c1", "ao", "c1", "ao");
    }

    @Test
    void thoseThatStandSomewhereAreSorted() {
        Stream.of("b", "zé", "a1", "B2", "z", "never", "ｚ", "𝒳")
                .forEach(text -> vocabulary.in(text).forEach(word -> {
                    if (!word.text().equals("never")) {
                        word.meet(0);
                        word.keep(1);
                    }
                }));

        assertThat(texts(vocabulary.found())).containsExactly("a1", "b", "b2", "z", "ze", "𝒳", "ｚ");
    }
}
