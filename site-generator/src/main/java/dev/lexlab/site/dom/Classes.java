package dev.lexlab.site.dom;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Classes as our pages have them: case counts, and a space stands between each two. Asked in walks over whole pages. */
public final class Classes {
    private Classes() {}

    public static boolean has(Element element, String name) {
        String classes = element.attr("class");
        // Nearly no element has the class that is asked for, and nearly none has more than one.
        return classes.contains(name)
                && (classes.equals(name) || List.of(classes.split(" ", -1)).contains(name));
    }

    /** Whether it has one of these. */
    public static boolean hasAny(Element element, Set<String> names) {
        String classes = element.attr("class");
        if (classes.indexOf(' ') < 0) {
            return names.contains(classes);
        }
        for (String name : classes.split(" ", -1)) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
