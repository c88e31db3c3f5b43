package dev.lexlab.site.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds names of terms in running text: whole words, the longest name first, the first letter in either case. */
final class TermMatcher {
    /** Names by their first word, its first letter small; longer names first. */
    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    TermMatcher(Glossary glossary) {
        for (Entry entry : glossary.all()) {
            for (String name : Glossary.names(entry)) {
                if (!name.isBlank()) {
                    byFirstWord
                            .computeIfAbsent(firstWord(name, 0), unused -> new ArrayList<>())
                            .add(new Name(name, entry));
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
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isWordStart(text, i)) {
                for (Name name : byFirstWord.getOrDefault(firstWord(text, i), List.of())) {
                    int end = end(name.text, text, i);
                    if (end > 0) {
                        // A longer name hides the shorter ones in it, also where it is linked already.
                        if (except.contains(name.entry.slug()) || !of.holds(name.entry.slug())) {
                            i = end - 1;
                            break;
                        }
                        return Optional.of(new Match(i, end, name.entry));
                    }
                }
            }
        }
        return Optional.empty();
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

    /** Its first letter small; where words are not set apart, the first letter alone. */
    private static String firstWord(String text, int start) {
        int end = start;
        int last = -1;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            if (last < 0 ? !WordBreaks.isPartOfWord(letter) : !WordBreaks.joins(last, letter)) {
                break;
            }
            last = letter;
            end += Character.charCount(letter);
        }
        return end == start ? "" : Character.toLowerCase(text.charAt(start)) + text.substring(start + 1, end);
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
