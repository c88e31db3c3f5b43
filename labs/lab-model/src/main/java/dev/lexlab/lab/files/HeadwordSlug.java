package dev.lexlab.lab.files;

import static java.util.Locale.ROOT;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * By what a headword is referred to. It has no file of its own name, so its title names it: {@code Öl und Wasser} is {@code
 * ol-und-wasser}. A title with letters that cannot be written so, as {@code 数据库} or {@code Größe}, is named by its folder, whose name
 * its author has chosen to be readable in an address.
 */
public final class HeadwordSlug {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}\\p{N}&&[^a-z0-9]]");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private HeadwordSlug() {}

    /**
     * A headword's slug.
     *
     * @param folder of its concept
     */
    public static String of(String title, String folder) {
        String plain = MARKS.matcher(Normalizer.normalize(title.toLowerCase(ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        String slug = ENDS.matcher(BETWEEN.matcher(plain).replaceAll("-")).replaceAll("");
        // Without a title there is a problem already, and no name is to be made up for it.
        boolean isNamedByFolder = FOREIGN.matcher(plain).find() || (slug.isEmpty() && !title.isBlank());
        return isNamedByFolder ? folder : slug;
    }
}
