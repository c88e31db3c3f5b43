package dev.lexlab.site.build;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Elements and attributes that a page may hold. */
final class Allowed {
    private static final Set<String> TAGS = Set.of(
            "a",
            "aside",
            "b",
            "blockquote",
            "br",
            "caption",
            "code",
            "dd",
            "del",
            "dl",
            "dt",
            "em",
            "h2",
            "h3",
            "h4",
            "hr",
            "i",
            "img",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "section",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");
    private static final Set<String> ATTRIBUTES_OF_ALL = Set.of("id", "class");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href", "data-ref", "data-at", "aria-label"),
            "aside", Set.of("data-kind"),
            "b", Set.of("data-n"),
            "h2", Set.of("data-at"),
            "h3", Set.of("data-at"),
            "h4", Set.of("data-at"),
            "img", Set.of("src", "alt", "title", "data-at"),
            "ol", Set.of("start"),
            "td", Set.of("colspan", "rowspan"),
            "th", Set.of("colspan", "rowspan", "scope"));

    private static final Cleaner CLEANER = new Cleaner(safelist());

    private Allowed() {}

    private static Safelist safelist() {
        Safelist list = Safelist.none()
                .addTags(TAGS.toArray(String[]::new))
                .addAttributes(":all", ATTRIBUTES_OF_ALL.toArray(String[]::new));
        ATTRIBUTES.forEach((tag, names) -> list.addAttributes(tag, names.toArray(String[]::new)));
        return list;
    }

    static boolean isTag(String name) {
        return TAGS.contains(name);
    }

    /** Of a document's body: whether it is as it is in a {@link #copy copy}, what is deeper in it apart. */
    static boolean isBody(Element body) {
        return body.attributesSize() == 0 && holdsOnlyElementsAndTexts(body);
    }

    /** Of an element in it: the same. */
    static boolean is(Element element) {
        return TAGS.contains(element.tagName()) && holdsOnlyAttributes(element) && holdsOnlyElementsAndTexts(element);
    }

    /** The body without all that is not allowed. */
    static Element copy(Document dirty) {
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        return clean.body();
    }

    /** One without a value is none of them: a copy has an empty one there. */
    private static boolean holdsOnlyAttributes(Element element) {
        if (element.attributesSize() == 0) {
            return true; // as most
        }
        Set<String> names = ATTRIBUTES.getOrDefault(element.tagName(), Set.of());
        for (Attribute attribute : element.attributes()) {
            boolean allowed = ATTRIBUTES_OF_ALL.contains(attribute.getKey()) || names.contains(attribute.getKey());
            if (!allowed || !attribute.hasDeclaredValue()) {
                return false;
            }
        }
        return true;
    }

    /** Comments and the like are no such thing, nor are texts that would be written as they are. */
    private static boolean holdsOnlyElementsAndTexts(Element parent) {
        for (int i = 0; i < parent.childNodeSize(); i++) {
            Node child = parent.childNode(i);
            if (!(child instanceof Element) && child.getClass() != TextNode.class) {
                return false;
            }
        }
        return true;
    }
}
