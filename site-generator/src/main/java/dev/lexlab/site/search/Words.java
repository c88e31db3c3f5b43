package dev.lexlab.site.search;

import static java.util.Locale.ROOT;

import dev.lexlab.site.model.PlainText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Text to the words it is found by. {@code theme/search.js} does the same with what a reader types; a table under test says what both
 * must answer. Here is the way for any text; {@link Vocabulary} knows a short one for plain letters.
 */
final class Words {
    /** Scripts that put no space between words: there each sign is one. */
    private static final Set<UnicodeScript> SIGNS =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    /** Letters that are not a plain one with a mark, though people type them as such. */
    private static final Map<String, String> LETTERS = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ı", "i", "ς", "σ");

    private static final Pattern SPECIAL = Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");
    /** Longer ones are keys and hashes, which nobody types. */
    static final int LONGEST = 40;

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
        int begin = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            boolean isSign = isSign(character);
            if (isSign || !isPartOfWord(character)) {
                add(words, text.substring(begin, at));
                if (isSign) {
                    add(words, text.substring(at, next));
                }
                begin = next;
            }
            at = next;
        }
        add(words, text.substring(begin));
        return words;
    }

    private static void add(List<String> words, String word) {
        if (word.isEmpty()) {
            return;
        }
        String folded = fold(word);
        if (!folded.isEmpty() && folded.length() <= LONGEST && !isCommon(folded)) {
            words.add(folded);
        }
    }

    private static boolean isSign(int character) {
        return character > 0x2e00
                && SIGNS.contains(UnicodeScript.of(character)); // below there are none, and asking takes long
    }

    static boolean isPartOfWord(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** One word without case and marks. */
    static String fold(String word) {
        String small = word.toLowerCase(ROOT);
        if (PlainText.isAscii(small)) {
            return small;
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
        return SPECIAL.matcher(plain).replaceAll(letter -> LETTERS.getOrDefault(letter.group(), ""));
    }

    /** Of a folded word. */
    static boolean isCommon(String word) {
        return STOP.contains(word);
    }

    /** Sorted; a reader's words are looked up without them. */
    static Set<String> common() {
        return new TreeSet<>(STOP);
    }
}
