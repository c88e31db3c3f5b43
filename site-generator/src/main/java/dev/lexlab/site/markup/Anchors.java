package dev.lexlab.site.markup;

import java.text.Normalizer;
import org.jsoup.nodes.Element;

/** A letter with its mark can be typed as one character or as two, which look alike: anchors and what leads to them are the shorter. */
final class Anchors {
    private Anchors() {}

    static void compose(Element body) {
        body.select("[id]").forEach(element -> compose(element, "id"));
        body.select("a[data-ref=page]").forEach(link -> compose(link, "href"));
    }

    private static void compose(Element element, String attribute) {
        element.attr(attribute, Normalizer.normalize(element.attr(attribute), Normalizer.Form.NFC));
    }
}
