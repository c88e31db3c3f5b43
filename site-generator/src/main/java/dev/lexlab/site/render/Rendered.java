package dev.lexlab.site.render;

import java.util.List;

/**
 * A page as text, in the parts it was made of.
 *
 * @param own what is the page's own; one more than menus
 * @param menus each after its part of the page's own text
 */
public record Rendered(String url, String area, List<String> own, List<Menu> menus) {

    public Rendered {
        own = List.copyOf(own);
        menus = List.copyOf(menus);
    }

    /** The page as it is served. */
    public String html() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < menus.size(); i++) {
            html.append(own.get(i));
            menus.get(i).addTo(html, url, area);
        }
        return html.append(own.get(menus.size())).toString();
    }

    /** A whole document as well. */
    public String withoutMenus() {
        return String.join("", own);
    }
}
