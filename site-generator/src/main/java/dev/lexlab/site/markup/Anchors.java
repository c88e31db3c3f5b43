package dev.lexlab.site.markup;

import dev.lexlab.site.dom.ByTag;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A letter with its mark can be typed as one character or as two, which look alike: anchors and what leads to them are the shorter. */
final class Anchors {
    private Anchors() {}

    /**
     * Makes them and what leads to them the shorter ones.
     *
     * @return all anchors and the words they stand for, which a heading has; in order. Of two with one id the first one is meant.
     */
    static Map<String, String> compose(Element body) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Element element : ByTag.below(body).all()) {
            if (element.hasAttr("id")) {
                compose(element, "id");
                boolean heading = element.normalName().startsWith("h");
                anchors.putIfAbsent(element.id(), heading ? element.text() : "");
            }
            if (element.normalName().equals("a") && element.attr("data-ref").equals("page")) {
                compose(element, "href");
            }
        }
        return anchors;
    }

    private static void compose(Element element, String attribute) {
        element.attr(attribute, Normalizer.normalize(element.attr(attribute), Normalizer.Form.NFC));
    }
}
