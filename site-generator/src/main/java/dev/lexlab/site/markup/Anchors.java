package dev.lexlab.site.markup;

import dev.lexlab.site.dom.Query;
import java.text.Normalizer;
import org.jsoup.nodes.Element;

/** A letter with its mark can be typed as one character or as two, which look alike: anchors and what leads to them are the shorter. */
final class Anchors {
    private Anchors() {}

    static void compose(Element body) {
        Query.all(body, "[id]").forEach(element -> compose(element, "id"));
        Query.all(body, "a[data-ref=page]").forEach(link -> compose(link, "href"));
    }

    private static void compose(Element element, String attribute) {
        element.attr(attribute, Normalizer.normalize(element.attr(attribute), Normalizer.Form.NFC));
    }
}
