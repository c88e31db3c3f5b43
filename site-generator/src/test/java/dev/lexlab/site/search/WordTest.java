package dev.lexlab.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTest {

    @Test
    void keepsEverySectionItStandsInAndWhatItWeighsThere() {
        Word word = new Word("kettle");
        for (int i = 0; i < 100; i++) {
            word.meet(i * 20_000);
            word.keep(1 + i % Postings.MOST);
        }

        assertThat(word.count()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            assertThat(word.section(i)).isEqualTo(i * 20_000);
            assertThat(word.weight(i)).isEqualTo(1 + i % Postings.MOST);
        }
    }

    @Test
    void weighsAnewInEachSection() {
        Word word = new Word("kettle");
        assertThat(word.isMetIn(0)).isFalse();

        word.meet(0);
        word.add(5);
        word.add(3);
        assertThat(word.sum()).isEqualTo(8);
        assertThat(word.isMetIn(0)).isTrue();

        word.meet(1);
        assertThat(word.sum()).isZero();
        assertThat(word.isMetIn(0)).isFalse();
    }
}
