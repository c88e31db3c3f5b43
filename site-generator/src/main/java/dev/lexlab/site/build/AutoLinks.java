package dev.lexlab.site.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Links the first use of every near term in every section, where the author did not. */
final class AutoLinks {
    private static final Set<String> NEVER_IN =
            Set.of("a", "code", "pre", "h2", "h3", "h4", "sup", "kbd", "caption", "figcaption");

    private final TermMatcher matcher;

    AutoLinks(TermMatcher matcher) {
        this.matcher = matcher;
    }

    void add(Draft draft) {
        Map<Node, List<String>> byAuthor = linkedByAuthor(draft);
        for (List<Node> section : sections(draft.body())) {
            Set<String> linked = new HashSet<>();
            linked.add(draft.manuscript().slug());
            section.forEach(node -> linked.addAll(byAuthor.getOrDefault(node, List.of())));
            section.forEach(node -> visit(node, draft, linked));
        }
    }

    /** Slugs of the terms that are linked in each child of the body. */
    private static Map<Node, List<String>> linkedByAuthor(Draft draft) {
        Map<Node, List<String>> linked = new HashMap<>();
        for (Element link : draft.found().all("a")) {
            if (link.hasAttr("data-term")) {
                Node child = link;
                while (child.parent() != null && !child.parent().equals(draft.body())) {
                    child = child.parent();
                }
                linked.computeIfAbsent(child, unused -> new ArrayList<>()).add(link.attr("data-term"));
            }
        }
        return linked;
    }

    /** The text before the first heading is one; each heading of the second level begins another. */
    private static List<List<Node>> sections(Element body) {
        List<List<Node>> sections = new ArrayList<>();
        List<Node> section = new ArrayList<>();
        for (Node node : body.childNodes()) {
            if (node instanceof Element element && element.normalName().equals("h2")) {
                sections.add(section);
                section = new ArrayList<>();
            }
            section.add(node);
        }
        sections.add(section);
        return sections;
    }

    private void visit(Node node, Draft draft, Set<String> linked) {
        if (node instanceof TextNode text) {
            link(text, draft, linked);
        } else if (node instanceof Element element && !NEVER_IN.contains(element.normalName())) {
            Node child = element.firstChild();
            while (child != null) {
                Node next = child.nextSibling(); // before links are put between
                visit(child, draft, linked);
                child = next;
            }
        }
    }

    private void link(TextNode text, Draft draft, Set<String> linked) {
        TextNode rest = text;
        Optional<TermMatcher.Match> match =
                matcher.first(rest.getWholeText(), draft.manuscript().near(), linked);
        while (match.isPresent()) {
            TextNode words =
                    match.get().start() == 0 ? rest : rest.splitText(match.get().start());
            int length = match.get().end() - match.get().start();
            boolean more = length < words.getWholeText().length();
            rest = more ? words.splitText(length) : new TextNode("");
            Element link = new Element("a");
            words.replaceWith(link);
            link.appendChild(new TextNode(words.getWholeText()));
            TermLinks.link(link, draft.url(), match.get().entry());
            linked.add(match.get().entry().slug());
            match = matcher.first(rest.getWholeText(), draft.manuscript().near(), linked);
        }
    }
}
