package dev.lexlab.site.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a site, each of them once. Nearly all texts are of plain letters, and say the same words over and over: so a word is
 * read letter by letter, folded meanwhile, and looked up before there is a string of it. What holds any other letter is left to
 * {@link Words}; a property test holds that both find the same.
 */
final class Vocabulary {
    private static final int ASCII = 0x80;
    /** The small one of each letter, each digit itself, and 0 for what stands between words. */
    private static final char[] FOLDED = folded();

    /** By hash; where another word has the place already, in the next that is free. */
    private @Nullable Word[] table = new Word[1 << 12];

    private int size;
    /** Of the word that is being read. */
    private final char[] letters = new char[Words.LONGEST];

    private static char[] folded() {
        char[] folded = new char[ASCII];
        for (char c = 0; c < ASCII; c++) {
            folded[c] = Words.isPartOfWord(c) ? Character.toLowerCase(c) : 0;
        }
        return folded;
    }

    /** The words of a text in order, without the common ones. */
    List<Word> in(String text) {
        List<Word> words = new ArrayList<>(text.length() / 8 + 1);
        int end = text.length();
        int at = 0;
        while (at < end) {
            int begin = at;
            int length = 0;
            int hash = 0;
            char next = 0;
            for (; at < end; at++) {
                next = text.charAt(at);
                char letter = next < ASCII ? FOLDED[next] : 0;
                if (letter == 0) {
                    break;
                }
                if (length < Words.LONGEST) {
                    letters[length] = letter;
                }
                hash = 31 * hash + letter;
                length++;
            }
            if (at < end && next >= ASCII) {
                at = endOfOther(text, at);
                for (String word : Words.of(text.substring(begin, at))) {
                    words.add(word(word));
                }
            } else if (length > 0 && length <= Words.LONGEST) {
                Word word = word(length, hash);
                if (!word.isCommon()) {
                    words.add(word);
                }
            }
            at++; // what stands there is in no word
        }
        return words;
    }

    /** Where, after a letter that is not plain, the next plain sign stands that is in no word: words do not reach beyond it. */
    private static int endOfOther(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) >= ASCII || FOLDED[text.charAt(at)] != 0)) {
            at++;
        }
        return at;
    }

    private Word word(String text) {
        text.getChars(0, text.length(), letters, 0);
        return word(text.length(), text.hashCode());
    }

    /** The word of the letters that were read. */
    private Word word(int length, int hash) {
        int mask = table.length - 1;
        int place = spread(hash) & mask;
        for (Word word = table[place]; word != null; word = table[place]) {
            if (isRead(word.text(), length)) {
                return word;
            }
            place = place + 1 & mask;
        }
        Word made = new Word(new String(letters, 0, length));
        table[place] = made;
        size++;
        if (size > table.length / 2) {
            grow();
        }
        return made;
    }

    private boolean isRead(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        @Nullable Word[] before = table;
        table = new Word[2 * before.length];
        int mask = table.length - 1;
        for (Word word : before) {
            if (word != null) {
                int place = spread(word.text().hashCode()) & mask;
                while (table[place] != null) {
                    place = place + 1 & mask;
                }
                table[place] = word;
            }
        }
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }

    /** Those that stand in some section, in the order of their UTF-16 code units. */
    List<Word> found() {
        List<Word> found = new ArrayList<>(size);
        for (Word word : table) {
            if (word != null && word.count() > 0) {
                found.add(word);
            }
        }
        found.sort(Comparator.comparing(Word::text));
        return found;
    }
}
