package dev.lexlab.site.markup;

import dev.lexlab.site.dom.Query;
import dev.lexlab.site.scan.SourceText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What a book is made of. Its parts become sections, with their chapters below them. Chapters are files of their own and refer to
 * each other by these, while on a page they are parts of one text: such a reference becomes one to an anchor of the page, or to the
 * first heading that stands in the chapter.
 */
final class Chapters {
    private final SourceText source;
    /** Ids of headings by the file that holds the first. */
    private final Map<String, String> first = new HashMap<>();

    Chapters(SourceText source) {
        this.source = source;
    }

    /** Parts of a book are headings of the first level, which on a page is its title's: they and all below them go one down. */
    static void belowParts(Element body) {
        boolean isBelow = false;
        for (Element heading : Query.all(body, "h1, h2, h3, h4, h5")) {
            isBelow |= heading.normalName().equals("h1");
            if (isBelow) {
                heading.tagName("h" + (heading.normalName().charAt(1) - '0' + 1));
            }
        }
    }

    /** Call when references and headings know their places. */
    void link(Element body) {
        for (SourceText.Line line : source.body()) {
            first.putIfAbsent(line.file(), "");
        }
        first.remove(source.name());
        if (first.isEmpty()) {
            return;
        }
        for (Element heading : Query.all(body, "[data-at]")) {
            if (heading.normalName().matches("h[1-6]")) {
                line(heading)
                        .ifPresent(line ->
                                first.computeIfPresent(line.file(), (file, id) -> id.isEmpty() ? heading.id() : id));
            }
        }
        Query.all(body, "a[data-ref=page]").forEach(this::reference);
    }

    private void reference(Element link) {
        String href = link.attr("href");
        int hash = href.indexOf('#');
        String path = hash < 0 ? href : href.substring(0, hash);
        if (path.isEmpty()) {
            return;
        }
        for (String from : List.of(line(link).map(SourceText.Line::file).orElse(source.name()), source.name())) {
            String file = resolved(from, path);
            if (file.equals(source.name()) || first.containsKey(file)) {
                String anchor = hash < 0 ? first.getOrDefault(file, "") : href.substring(hash + 1);
                if (!anchor.isEmpty()) {
                    link.attr("href", "#" + anchor);
                }
                return;
            }
        }
    }

    private static String resolved(String from, String path) {
        try {
            Path folder = Path.of(from).resolveSibling(path).normalize();
            return folder.toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return ""; // told when the page is looked for
        }
    }

    private Optional<SourceText.Line> line(Element element) {
        String at = element.attr("data-at");
        int dot = at.indexOf('.');
        int number = dot <= 0 ? 0 : Integer.parseInt(at.substring(0, dot));
        return number < 1 || number > source.body().size()
                ? Optional.empty()
                : Optional.of(source.body().get(number - 1));
    }
}
