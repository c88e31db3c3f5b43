package dev.lexlab.site.search;

import static java.util.Locale.ROOT;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text to the words it is found by. {@code theme/search.js} does the same with what a reader types; a table under test says what both
 * must answer.
 */
final class Words {
    /** Scripts that put no space between words: there each sign is one. */
    private static final String SIGNS = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]";

    private static final Pattern WORD = Pattern.compile(SIGNS + "|(?:(?!" + SIGNS + ")[\\p{L}\\p{N}\\p{M}])+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    /** Letters that are not a plain one with a mark, though people type them as such. */
    private static final Map<String, String> LETTERS = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ı", "i", "ς", "σ");

    private static final Pattern SPECIAL = Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");
    /** Longer ones are keys and hashes, which nobody types. */
    private static final int LONGEST = 40;

    /** Too common to tell one text from another. */
    private static final Set<String> STOP = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from", "has", "have",
            "how", "i", "if", "in", "is", "it", "its", "my", "no", "not", "of", "on", "or", "s", "so", "t", "than",
            "that", "the", "their", "then", "there", "they", "this", "to", "was", "what", "when", "where", "which",
            "who", "why", "will", "with", "you", "your");

    private Words() {}

    /** In order, folded, without the common ones. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String folded = fold(word.group());
            if (!folded.isEmpty() && folded.length() <= LONGEST && !STOP.contains(folded)) {
                words.add(folded);
            }
        }
        return words;
    }

    /** One word without case and marks. */
    static String fold(String word) {
        String plain = MARKS.matcher(Normalizer.normalize(word.toLowerCase(ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        return SPECIAL.matcher(plain).replaceAll(letter -> LETTERS.getOrDefault(letter.group(), ""));
    }

    /** Sorted; a reader's words are looked up without them. */
    static Set<String> common() {
        return new TreeSet<>(STOP);
    }
}
