package dev.lexlab.site.exchange;

import dev.lexlab.site.dom.Classes;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what is no text of it, and makes words of what the style sheet says. In one walk: a query for each of these
 * things takes as long as the walk.
 */
final class Trim {
    private static final Set<String> LEFT_OUT = Set.of("nav", "button", "form", "script");
    /** Ways around, and what scripts fill. */
    private static final Set<String> LEFT_OUT_CLASSES =
            Set.of("cards", "progress", "back", "standing", "map", "footnote-back");

    private final UnaryOperator<String> target;

    /** @param target where a link leads from here, by where it leads from the page; empty where it is none any more */
    Trim(UnaryOperator<String> target) {
        this.target = target;
    }

    void trim(Element box) {
        boolean leads = Classes.has(box, "first");
        int i = 0;
        while (i < box.childNodeSize()) {
            if (!(box.childNode(i) instanceof Element element)) {
                i++;
            } else if (isLeftOut(element)) {
                element.remove();
            } else {
                // What a line is, said before it and set apart by the style sheet alone.
                if (Classes.has(element, "myth-tag") || (leads && element.nameIs("span"))) {
                    element.tagName("dfn");
                }
                if (element.attr("role").equals("img") && element.hasAttr("aria-label")) {
                    element.text(element.attr("aria-label"));
                }
                trim(element);
                i += isLink(element) ? resolved(element) : 1;
            }
        }
    }

    private static boolean isLeftOut(Element element) {
        if (LEFT_OUT.contains(element.normalName())) {
            return true;
        }
        return element.attributesSize() > 0
                && (element.hasAttr("hidden")
                        // A picture that says nothing to a reader by ear either.
                        || (element.nameIs("svg") && element.hasAttr("aria-hidden"))
                        || Classes.hasAny(element, LEFT_OUT_CLASSES));
    }

    private static boolean isLink(Element element) {
        return element.nameIs("a") && element.hasAttr("href");
    }

    /** @return how many nodes stand in its place */
    private int resolved(Element link) {
        String there = target.apply(link.attr("href"));
        if (!there.isEmpty()) {
            link.attr("href", there);
            return 1;
        }
        int words = link.childNodeSize();
        link.unwrap();
        return words;
    }
}
