package dev.lexlab.site.markup;

import static java.util.Locale.ROOT;

import dev.lexlab.site.dom.Query;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Gives headings the ids that Asciidoctor would give them (idprefix empty, idseparator '-'). */
final class HeadingIds {
    private static final Pattern INVALID = Pattern.compile("[^ \\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}.-]");
    private static final Pattern SEPARATORS = Pattern.compile("[ .-]+");

    private HeadingIds() {}

    static void give(Element body) {
        Set<String> used = new HashSet<>();
        for (Element heading : Query.all(body, "h1, h2, h3, h4, h5, h6")) {
            String id = of(heading.text());
            String free = id;
            for (int i = 2; !used.add(free); i++) {
                free = id + "-" + i;
            }
            heading.attr("id", free);
        }
    }

    static String of(String title) {
        String plain = INVALID.matcher(small(title)).replaceAll("");
        String joined = SEPARATORS.matcher(plain).replaceAll("-");
        String begun = joined.startsWith("-") ? joined.substring(1) : joined;
        return begun.endsWith("-") ? begun.substring(0, begun.length() - 1) : begun;
    }

    /** As Ruby does it, letter by letter: no letter is written otherwise because it ends a word. */
    private static String small(String title) {
        StringBuilder small = new StringBuilder();
        title.codePoints()
                .forEach(letter -> small.append(Character.toString(letter).toLowerCase(ROOT)));
        return small.toString();
    }
}
