package dev.lexlab.site.model;

import dev.lexlab.site.dom.HtmlReader;
import java.util.regex.Pattern;

/** A sentence of HTML without its markup. */
public final class PlainText {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");

    private PlainText() {}

    /** Whether it has no letters but the plainest, as most words have: then much need not be asked about them. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return SPACE.matcher(html.strip()).replaceAll(" ");
        }
        return HtmlReader.fragment(html).text();
    }
}
