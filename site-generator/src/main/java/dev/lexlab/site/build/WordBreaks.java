package dev.lexlab.site.build;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where words begin and end. Most scripts put spaces between them, and a mark belongs to its letter; where a script puts none, any
 * letter may begin a word, and Katakana is set apart from what stands around it.
 */
final class WordBreaks {
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    /** No letter below this one is of such a script, and asking for the script of each takes long. */
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    /** Below it are the letters of English, which are most that are asked about. */
    private static final int PLAIN = 0x80;

    private static final int PROLONGED_SOUND = 0x30FC;

    private WordBreaks() {}

    static boolean isPartOfWord(int character) {
        if (character < PLAIN) {
            return isPlainLetterOrDigit(character);
        }
        return Character.isLetterOrDigit(character) || isMark(character);
    }

    /** Whether two neighbours stand in one word. */
    static boolean joins(int before, int after) {
        if (before < PLAIN && after < PLAIN) {
            return isPlainLetterOrDigit(before) && isPlainLetterOrDigit(after);
        }
        if (!isPartOfWord(before) || !isPartOfWord(after)) {
            return false;
        }
        if (isMark(after) || after == PROLONGED_SOUND) {
            return true;
        }
        return !standsAlone(before) && !standsAlone(after) && isKatakana(before) == isKatakana(after);
    }

    private static boolean isPlainLetterOrDigit(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /** Whether it needs no space between it and the next word. */
    static boolean standsAlone(int character) {
        return character >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(character));
    }

    private static boolean isKatakana(int character) {
        return character == PROLONGED_SOUND
                || (character >= FIRST_WITHOUT_SPACES && UnicodeScript.of(character) == UnicodeScript.KATAKANA);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
