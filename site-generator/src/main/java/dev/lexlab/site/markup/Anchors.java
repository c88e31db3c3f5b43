package dev.lexlab.site.markup;

import dev.lexlab.site.dom.Query;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A letter with its mark can be typed as one character or as two, which look alike: anchors and what leads to them are the shorter. */
final class Anchors {
    private Anchors() {}

    static void compose(Element body) {
        Query.all(body, "[id]").forEach(element -> compose(element, "id"));
        Query.all(body, "a[data-ref=page]").forEach(link -> compose(link, "href"));
    }

    /** All of them and the words they stand for, which a heading has; in order. Of two with one id the first one is meant. */
    static Map<String, String> in(Element body) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Element element : Query.all(body, "[id]")) {
            boolean heading = element.normalName().startsWith("h");
            anchors.putIfAbsent(element.id(), heading ? element.text() : "");
        }
        return anchors;
    }

    private static void compose(Element element, String attribute) {
        element.attr(attribute, Normalizer.normalize(element.attr(attribute), Normalizer.Form.NFC));
    }
}
