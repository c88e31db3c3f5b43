package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A page as text, in the parts it was made of.
 *
 * @param own what is the page's own; one more than menus
 * @param menus each after its part of the page's own text
 */
public record Rendered(String url, String area, List<String> own, List<Menu> menus) {
    /** Of a page of a site with some hundred terms; a longer one takes more. */
    private static final int USUAL_SIZE = 1 << 16;

    public Rendered {
        own = List.copyOf(own);
        menus = List.copyOf(menus);
    }

    /** The page as it is served: UTF-8. */
    public byte[] html() {
        ByteArrayOutputStream html = new ByteArrayOutputStream(USUAL_SIZE);
        for (int i = 0; i < menus.size(); i++) {
            html.writeBytes(own.get(i).getBytes(UTF_8));
            menus.get(i).addTo(html, url, area);
        }
        html.writeBytes(own.get(menus.size()).getBytes(UTF_8));
        return html.toByteArray();
    }

    /** A whole document as well. */
    public String withoutMenus() {
        return String.join("", own);
    }
}
