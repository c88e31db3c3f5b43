package dev.lexlab.site.model;

import static java.util.Locale.ROOT;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where a title stands among others: without case and marks, so that {@code Übung} is found between {@code Tee} and {@code Vase}. By
 * no language's own rules, because a glossary may mix languages, and its order is the same on every machine.
 */
public final class SortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Titles as readers look for them. */
    public static final Comparator<String> ORDER =
            Comparator.comparing(SortKey::of).thenComparing(Comparator.naturalOrder());

    private SortKey() {}

    public static String of(String title) {
        String small = title.toLowerCase(ROOT);
        if (small.chars().allMatch(character -> character < 0x80)) {
            return small;
        }
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }
}
