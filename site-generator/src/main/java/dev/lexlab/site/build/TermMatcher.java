package dev.lexlab.site.build;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds names of terms in running text: whole words, the longest name first, the first letter in either case. */
final class TermMatcher {
    /** A power of two, many times the names of a glossary. */
    private static final int BEGINNINGS = 1 << 15;

    /** Names by their first word, its first letter small; longer names first. */
    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    /** Ends of the hashes of those words: nearly no word of a text begins a name, and most are known by this to be none. */
    private final BitSet beginnings = new BitSet(BEGINNINGS);

    TermMatcher(Glossary glossary) {
        for (Entry entry : glossary.all()) {
            for (String name : Glossary.names(entry)) {
                if (!name.isBlank()) {
                    String word = firstWord(name);
                    byFirstWord
                            .computeIfAbsent(word, unused -> new ArrayList<>())
                            .add(new Name(name, entry));
                    beginnings.set(word.hashCode() & (BEGINNINGS - 1));
                }
            }
        }
        byFirstWord
                .values()
                .forEach(names -> names.sort(Comparator.comparingInt((Name name) -> -name.text.length())
                        .thenComparing(Name::text)));
    }

    /**
     * The first name in a text that may be linked.
     *
     * @param of the terms whose names are looked for
     * @param except slugs of those among them that are linked already
     */
    Optional<Match> first(String text, Near of, Set<String> except) {
        int at = 0;
        while (at < text.length()) {
            if (!isWordStart(text, at)) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            int next = endOfWord(text, at);
            for (Name name : beginningWith(text, at, next)) {
                int end = end(name.text, text, at);
                if (end > 0) {
                    if (!except.contains(name.entry.slug()) && of.holds(name.entry.slug())) {
                        return Optional.of(new Match(at, end, name.entry));
                    }
                    next = end; // a longer name hides the shorter ones in it, also where it is linked already
                    break;
                }
            }
            at = next;
        }
        return Optional.empty();
    }

    private List<Name> beginningWith(String text, int start, int end) {
        int hash = Character.toLowerCase(text.charAt(start)); // as the word would have it
        for (int i = start + 1; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return beginnings.get(hash & (BEGINNINGS - 1))
                ? byFirstWord.getOrDefault(word(text, start, end), List.of())
                : List.of();
    }

    /** Where the name ends that stands at {@code start}; -1 where it does not stand there. */
    private static int end(String name, String text, int start) {
        int at = start;
        for (int i = 0; i < name.length(); i++) {
            char wanted = name.charAt(i);
            if (at >= text.length()) {
                return -1;
            }
            if (wanted == ' ') {
                int from = at;
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                if (at == from) {
                    return -1;
                }
            } else if (text.charAt(at) == wanted || (i == 0 && sameLetter(text.charAt(at), wanted))) {
                at++;
            } else {
                return -1;
            }
        }
        return isWordEnd(text, at) ? at : -1;
    }

    private static boolean sameLetter(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    /** Where words are not set apart, each letter is one. */
    private static int endOfWord(String text, int start) {
        int last = text.codePointAt(start);
        int end = start + Character.charCount(last);
        while (end < text.length() && WordBreaks.joins(last, text.codePointAt(end))) {
            last = text.codePointAt(end);
            end += Character.charCount(last);
        }
        return end;
    }

    /** Nothing where a name begins with a sign: no text has a word that begins so. */
    private static String firstWord(String name) {
        return WordBreaks.isPartOfWord(name.codePointAt(0)) ? word(name, 0, endOfWord(name, 0)) : "";
    }

    /** Its first letter small. */
    private static String word(String text, int start, int end) {
        char first = text.charAt(start);
        char small = Character.toLowerCase(first);
        return small == first ? text.substring(start, end) : small + text.substring(start + 1, end);
    }

    private static boolean isWordStart(String text, int at) {
        int first = text.codePointAt(at);
        if (at == 0 || !WordBreaks.isPartOfWord(first)) {
            return WordBreaks.isPartOfWord(first);
        }
        int before = text.codePointBefore(at);
        boolean joined = WordBreaks.joins(before, first) || "_-./@’".indexOf(before) >= 0;
        boolean afterColon = before == ':' && !(at > 1 && Character.isWhitespace(text.charAt(at - 2)));
        return !joined && !afterColon;
    }

    /** {@code signal.h} and {@code message-passing} go on after the name; the end of a sentence does not. */
    private static boolean isWordEnd(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        int after = text.codePointAt(at);
        boolean goesOn = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return !WordBreaks.joins(text.codePointBefore(at), after)
                && after != '_'
                && !("-./:@".indexOf(after) >= 0 && goesOn);
    }

    private record Name(String text, Entry entry) {}

    /** A name in a text, from {@code start} to before {@code end}. */
    record Match(int start, int end, Entry entry) {}
}
