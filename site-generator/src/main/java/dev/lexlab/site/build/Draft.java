package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.site.dom.ByTag;
import dev.lexlab.site.parse.ParsedPage;
import dev.lexlab.site.scan.SourceText;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A page whose body is being made.
 *
 * @param found what is in its body, which is changed by whoever works at it: also what was taken out of it since
 */
record Draft(Manuscript manuscript, ByTag found) {
    private static final Pattern AT = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");

    Element body() {
        return found.root();
    }

    ParsedPage page() {
        return manuscript.page();
    }

    /** Ids in its body and the words they stand for. */
    Map<String, String> anchors() {
        return manuscript.anchors();
    }

    /** From the site's root. */
    String url() {
        return manuscript.url();
    }

    /** Blocks of it, each in its {@code pre}. */
    List<Element> code() {
        return found.all("code").stream()
                .filter(code -> code.parentNameIs("pre"))
                .toList();
    }

    /** Where words stand first in the source; the file where they are not found. */
    Place find(String words) {
        SourceText source = page().file().source();
        for (int i = 0; i < source.body().size(); i++) {
            int column = source.body().get(i).text().indexOf(words);
            if (column >= 0) {
                return source.place(i + 1, column + 1);
            }
        }
        return Place.of(source.name());
    }

    /** Where an element's {@code data-at} says that it stands; the file where it says nothing. */
    Place place(Element element) {
        Matcher at = AT.matcher(element.attr("data-at"));
        if (!at.matches()) {
            return Place.of(page().file().name()); // also where an author made the attribute up
        }
        return page().file().source().place(Integer.parseInt(at.group(1)), Integer.parseInt(at.group(2)));
    }
}
