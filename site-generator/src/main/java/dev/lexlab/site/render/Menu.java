package dev.lexlab.site.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part that many pages have in common, but for the marks at its links that say where its reader is. Equal ones are one object: a menu
 * is compared by identity.
 */
public final class Menu {
    /** What the templates of menus write at a link. */
    private static final Pattern MARK = Pattern.compile("<!--mark (part|page) ([^ >]+)-->");

    private final List<String> texts = new ArrayList<>();
    /** Each after the text of its place. */
    private final List<Link> links = new ArrayList<>();

    /** @param rendered as its template wrote it */
    Menu(String rendered) {
        Matcher mark = MARK.matcher(rendered);
        int end = 0;
        while (mark.find()) {
            texts.add(rendered.substring(end, mark.start()));
            links.add(new Link(mark.group(2), mark.group(1).equals("part")));
            end = mark.end();
        }
        texts.add(rendered.substring(end));
    }

    /** Where a link leads to, and whether it stands for a part of the site. */
    private record Link(String url, boolean part) {}

    /** As it stands on a page that it does not lead to. */
    public String text() {
        return String.join("", texts);
    }

    /** Adds it as it stands on a page. */
    void addTo(StringBuilder html, String page, String area) {
        for (int i = 0; i < links.size(); i++) {
            html.append(texts.get(i));
            Link link = links.get(i);
            if (link.url().equals(page)) {
                html.append(" aria-current=\"page\"");
            } else if (link.part() && link.url().equals(area)) {
                html.append(" aria-current=\"true\"");
            }
        }
        html.append(texts.get(links.size()));
    }
}
