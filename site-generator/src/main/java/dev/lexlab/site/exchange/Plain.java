package dev.lexlab.site.exchange;

import org.jsoup.Jsoup;

/** A sentence of HTML without its markup. */
final class Plain {

    private Plain() {}

    static String of(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
