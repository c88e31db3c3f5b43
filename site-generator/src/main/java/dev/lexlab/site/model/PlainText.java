package dev.lexlab.site.model;

import org.jsoup.Jsoup;

/** A sentence of HTML without its markup. */
public final class PlainText {

    private PlainText() {}

    public static String of(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
