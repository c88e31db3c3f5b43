package dev.lexlab.site.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.model.Body.Passage;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PassagesTest {

    @Test
    void eachHeadingWithAnAnchorBeginsAPassage() {
        assertThat(
                        cut(
                                "<p>First.</p><h2 id=\"a\">A <code>b</code></h2><p>One.</p><h3 id=\"c\">C</h3><p>Two.</p><h4 id=\"d\">D</h4>"))
                .containsExactly(
                        new Passage("", "", "First."),
                        new Passage("a", "A b", "One."),
                        new Passage("c", "C", "Two."),
                        new Passage("d", "D", ""));
    }

    @Test
    void aHeadingWithoutAnAnchorIsTextOfItsPassage() {
        assertThat(texts("<p>One.</p><h2>Two</h2><p>Three.</p>")).containsExactly("One. Two Three.");
    }

    @Test
    void aHeadingInsideOfSomethingCountsToo() {
        assertThat(texts("<aside><p>One.</p><h2 id=\"x\">X</h2><p>Two.</p></aside><p>Three.</p>"))
                .containsExactly("One.", "Two. Three.");
    }

    @Test
    void wordsOfTwoBlocksAreTwoWords() {
        assertThat(texts("<table><tr><td>a</td><td>b</td></tr></table><ul><li>c</li><li>d</li></ul>e<br>f<b>g</b>"))
                .containsExactly("a b c d e fg");
    }

    @Test
    void linesOfCodeStayApartAndPromptsAreNoText() {
        assertThat(texts("<pre><code><span class=\"prompt\">$ </span>ls -l\n  <span>total</span> 0</code></pre>"))
                .containsExactly("ls -l total 0");
    }

    @Test
    void numbersThatOnlyLeadSomewhereAreNoText() {
        assertThat(
                        texts(
                                "<p>True<sup class=\"cite\"><a href=\"#source-1\">1</a></sup>, and<sup class=\"footnote\"><a>2</a></sup>"
                                        + " so<i class=\"conum\">3</i> on.</p><p>Note. <a class=\"footnote-back\" href=\"#x\">back</a></p>"))
                .containsExactly("True, and so on. Note.");
    }

    @Test
    void whiteSpaceIsOneSpaceHoweverItStands() {
        Random random = new Random(5);
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append("ab  \t\n\u000b\f\r\u00a0".charAt(random.nextInt(10)));
            }
            String squeezed = text.toString().replaceAll("[ \t-\r]+", " ").replaceAll("^ | $", "");
            assertThat(texts(text.toString())).as("'%s'", text).containsExactly(squeezed);
        }
    }

    @Test
    void aPictureIsFoundByWhatItShows() {
        assertThat(texts("<p>See<img src=\"x.svg\" alt=\"Two queues\">.</p>")).containsExactly("See Two queues .");
    }

    private static List<Passage> cut(String html) {
        return Passages.of(Jsoup.parseBodyFragment(html).body());
    }

    private static List<String> texts(String html) {
        return cut(html).stream().map(Passage::text).toList();
    }
}
