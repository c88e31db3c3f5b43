package dev.lexlab.site.markup;

import dev.lexlab.site.dom.ByTag;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Footnotes are lettered, because numbers are for sources; each leads back to where it was called. */
final class Footnotes {

    private Footnotes() {}

    /** Makes the finished form out of {@code <sup data-footnote="n">} and {@code <li data-footnote="n">}. */
    static void number(ByTag found) {
        Map<String, String> letters = new LinkedHashMap<>();
        Map<String, Integer> calls = new HashMap<>();
        for (Element call : found.all("sup")) {
            if (!call.hasAttr("data-footnote")) {
                continue;
            }
            String key = call.attr("data-footnote");
            String letter = letters.computeIfAbsent(key, unused -> letter(letters.size()));
            int count = calls.merge(key, 1, Integer::sum);
            call.clearAttributes().attr("class", "footnote");
            call.appendElement("a")
                    .attr("href", "#footnote-" + letter)
                    .attr("id", "footnote-" + letter + "-call" + (count == 1 ? "" : "-" + count))
                    .text(letter);
        }
        for (Element note : found.all("li")) {
            if (!note.hasAttr("data-footnote")) {
                continue;
            }
            String letter = letters.getOrDefault(note.attr("data-footnote"), "");
            note.clearAttributes().attr("id", "footnote-" + letter);
            Element last = note.lastElementChild();
            (last != null && last.nameIs("p") ? last : note)
                    .appendText(" ")
                    .appendElement("a")
                    .attr("class", "footnote-back")
                    .attr("href", "#footnote-" + letter + "-call")
                    .attr("aria-label", "Back to the text")
                    .text("↩");
        }
    }

    /** a … z, then aa, ab … */
    private static String letter(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }
}
