package dev.lexlab.site.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeadingIdsTest {

    @Test
    void wordsAreJoinedByHyphens() {
        assertThat(HeadingIds.of("How the parts fit")).isEqualTo("how-the-parts-fit");
    }

    @Test
    void signsGoAndSeparatorsJoin() {
        assertThat(HeadingIds.of("What's new - v1.2?")).isEqualTo("whats-new-v1-2");
        assertThat(HeadingIds.of("(Optional) step")).isEqualTo("optional-step");
    }

    @Test
    void lettersOfEveryScriptStay() {
        assertThat(HeadingIds.of("Über 日本")).isEqualTo("über-日本");
    }

    @Test
    void whatNoLetterIsGoesAlsoWhereItLooksLikeOne() {
        assertThat(HeadingIds.of("½ Liter², Ⅳ")).isEqualTo("liter-ⅳ");
        assertThat(HeadingIds.of("🚀 Start")).isEqualTo("start");
        assertThat(HeadingIds.of("🚀")).isEmpty();
    }

    @Test
    void capitalsBecomeSmallOneByOne() {
        assertThat(HeadingIds.of("ΣΑΣ İ")).isEqualTo("σασ-i̇");
    }

    @Test
    void whateverTheLetterItIsWhatAsciidoctorsExpressionsMakeOfIt() {
        Pattern invalid = Pattern.compile("[^ \\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}.-]");
        Pattern separators = Pattern.compile("[ .-]+");
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            String title = "a" + Character.toString(letter) + "b";
            String small = "a" + Character.toString(letter).toLowerCase(Locale.ROOT) + "b";
            String valid = invalid.matcher(small).replaceAll("");
            String expected = separators.matcher(valid).replaceAll("-");
            if (!HeadingIds.of(title).equals(expected)) {
                assertThat(HeadingIds.of(title)).as("%x", letter).isEqualTo(expected);
            }
        }
    }

    @Test
    void noneBeginsOrEndsWithASeparator() {
        assertThat(HeadingIds.of(" .-a. - b?- ")).isEqualTo("a-b");
        assertThat(HeadingIds.of("-")).isEmpty();
    }
}
