package dev.lexlab.site.dom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The elements below one, found in one walk: for whoever asks a page for many kinds of them, because each query is a walk of its own.
 * As they are at that time: what is taken out of the tree later stays in here, what is put in does not come in.
 */
public final class ByTag {
    private final List<Element> all = new ArrayList<>();
    private final List<Element> headings = new ArrayList<>();
    private final Map<String, List<Element>> byTag = new HashMap<>();

    private final Element root;

    private ByTag(Element root) {
        this.root = root;
    }

    public static ByTag below(Element root) {
        ByTag found = new ByTag(root);
        found.add(root);
        return found;
    }

    /** What they are all in. */
    public Element root() {
        return root;
    }

    /** In the order of the document, as are all that follow. */
    public List<Element> all() {
        return all;
    }

    public List<Element> all(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** Of every level. */
    public List<Element> headings() {
        return headings;
    }

    private void add(Element parent) {
        for (int i = 0; i < parent.childNodeSize(); i++) {
            if (parent.childNode(i) instanceof Element child) {
                all.add(child);
                byTag.computeIfAbsent(child.normalName(), unused -> new ArrayList<>())
                        .add(child);
                if (isHeading(child)) {
                    headings.add(child);
                }
                add(child);
            }
        }
    }

    private static boolean isHeading(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }
}
