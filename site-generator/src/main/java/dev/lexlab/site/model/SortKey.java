package dev.lexlab.site.model;

import static java.util.Locale.ROOT;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where a title stands among others: without case and marks, so that {@code Übung} is found between {@code Tee} and {@code Vase}. By
 * no language's own rules, because a glossary may mix languages, and its order is the same on every machine.
 */
public final class SortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private static final Comparator<Keyed<?>> KEYED = Comparator.<Keyed<?>, String>comparing(Keyed::key)
            .thenComparing(Keyed::title)
            .thenComparing(Keyed::id);

    private SortKey() {}

    /**
     * Things as readers look for them.
     *
     * @param title what each is called
     * @param id decides between those of one title
     */
    public static <T> List<T> sorted(Collection<T> things, Function<T, String> title, Function<T, String> id) {
        return things.stream()
                .map(thing -> new Keyed<>(of(title.apply(thing)), title.apply(thing), id.apply(thing), thing))
                .sorted(KEYED)
                .map(Keyed::thing)
                .toList();
    }

    /** With its key, which takes longer to make than to compare. */
    private record Keyed<T>(String key, String title, String id, T thing) {}

    public static String of(String title) {
        String small = title.toLowerCase(ROOT);
        if (PlainText.isAscii(small)) {
            return small;
        }
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }
}
