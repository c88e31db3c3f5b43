package dev.lexlab.site.search;

import org.jsoup.Jsoup;

/** A sentence of HTML without its markup. */
final class PlainText {

    private PlainText() {}

    static String of(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
