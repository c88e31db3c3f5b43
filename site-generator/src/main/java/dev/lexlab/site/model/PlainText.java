package dev.lexlab.site.model;

import org.jsoup.Jsoup;

/** A sentence of HTML without its markup. */
public final class PlainText {

    private PlainText() {}

    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip().replaceAll("[ \\t\\n\\f\\r]+", " ");
        }
        return Jsoup.parseBodyFragment(html).text();
    }
}
