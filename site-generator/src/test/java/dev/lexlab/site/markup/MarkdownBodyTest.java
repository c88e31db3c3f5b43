package dev.lexlab.site.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkdownBodyTest {
    private static final List<String> BEGINNINGS = List.of(
            "",
            "",
            "",
            "> ",
            "- ",
            "* ",
            "1. ",
            "    ",
            "  ",
            ": ",
            ":   ",
            "# ",
            "### ",
            "| ",
            "```\n",
            "~~~ sh\n",
            "---\n",
            "\n",
            "\n",
            "|---|---|\n",
            "===\n",
            "> [!NOTE]\n",
            "<!-- tabs -->\n\n",
            "[^1]: ",
            "\t");
    private static final List<String> PIECES = List.of(
            "W",
            "W",
            "W ",
            " W",
            "*W*",
            "**W**",
            "_W",
            "*W",
            "W**",
            "`W`",
            "`W",
            "[W](x.md)",
            "[W](x",
            "[[W]]",
            "[[W|W]]",
            "[[W",
            "[W",
            "W]",
            "W]]",
            "[@W]",
            "![W](x.png)",
            "![W",
            "![W [[W]] W](x.png)",
            "[W [[W]] W](x.md)",
            "\\[[W]]",
            "\\W",
            " | W | ",
            "W\\|",
            "<https://W.org/>",
            "[W][1]",
            "[1]",
            "[^1]",
            "&amp;",
            "&W;",
            "W\\\n",
            "\n",
            " -- ",
            "W...",
            "<W",
            "W>");

    private final Random random = new Random(11);
    private int words;

    /** Dropped is nothing but what is told; and nothing is said that was not written. */
    @Test
    void noWordOfATextIsLostInSilence() {
        MarkdownEngine engine = new MarkdownEngine();
        int silent = 0;
        for (int round = 0; round < 4000; round++) {
            words = 0;
            String text = text();
            List<String> lines = Stream.of(text.split("\n", -1)).toList();
            List<SourceText.Line> body = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                body.add(new SourceText.Line(lines.get(i), "a", i + 1));
            }
            Fragment fragment = engine.convert(new SourceText("a", Markup.MARKDOWN, Optional.empty(), body));
            if (fragment.problems().isEmpty()) {
                silent++;
                for (int i = 0; i < words; i++) {
                    assertThat(fragment.html()).as(text).contains(word(i));
                }
            }
        }
        assertThat(silent).isGreaterThan(1000);
    }

    @Test
    void aPictureMayBeDescribedByWhatLooksLikeASource() {
        Fragment fragment = new MarkdownEngine()
                .convert(new SourceText(
                        "a",
                        Markup.MARKDOWN,
                        Optional.empty(),
                        List.of(new SourceText.Line("![@home](x.png) and [@id]", "a", 1))));

        assertThat(fragment.html())
                .isEqualTo("<p><img src=\"x.png\" alt=\"@home\" data-at=\"1.1\"> and"
                        + " <a data-ref=\"cite\" href=\"id\" data-at=\"1.21\"></a></p>");
    }

    private String text() {
        StringBuilder text = new StringBuilder("[1]: there.md\n\n");
        for (int line = 1 + random.nextInt(8); line > 0; line--) {
            for (int depth = random.nextInt(3); depth > 0; depth--) {
                text.append(any(BEGINNINGS));
            }
            for (int piece = 1 + random.nextInt(4); piece > 0; piece--) {
                text.append(any(PIECES));
            }
            text.append('\n');
        }
        int place = text.indexOf("W");
        while (place >= 0) {
            text.replace(place, place + 1, word(words++));
            place = text.indexOf("W");
        }
        return text.toString();
    }

    private static String word(int number) {
        return "word" + number + "x";
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
