package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.dom.Query;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Lets through what a page may hold, and nothing else; what it takes away is told. */
final class Sanitiser {
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
    private static final Set<String> CLASSES = Set.of(
            "note",
            "footnotes",
            "footnote",
            "footnote-back",
            "caption",
            "align-right",
            "align-center",
            "conum",
            "callouts",
            "tabs");
    /** Beside those that begin with {@code on}: what runs, hides or fetches something. */
    private static final Set<String> ACTIVE =
            Set.of("style", "srcdoc", "srcset", "formaction", "background", "poster", "ping");

    private static final Cleaner CLEANER = new Cleaner(safelist());

    private final Problems problems;

    Sanitiser(Problems problems) {
        this.problems = problems;
    }

    private static Safelist safelist() {
        return Safelist.none()
                .addTags(TAGS.toArray(String[]::new))
                .addAttributes(":all", "id", "class")
                .addAttributes("a", "href", "data-ref", "data-at", "aria-label")
                .addAttributes("aside", "data-kind")
                .addAttributes("b", "data-n")
                // By itself it would be a landmark of the page, and a text with three notes has not three of them.
                .addEnforcedAttribute("aside", "role", "note")
                .addAttributes("h2", "data-at")
                .addAttributes("h3", "data-at")
                .addAttributes("h4", "data-at")
                .addAttributes("img", "src", "alt", "title", "data-at")
                .addAttributes("ol", "start")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan", "scope");
    }

    /**
     * A clean copy.
     *
     * @param dirty the document that the draft's body is of
     */
    Element clean(Draft draft, Document dirty) {
        tellUnknown(draft);
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        Query.all(clean.body(), "[class]").forEach(Sanitiser::keepKnownClasses);
        return clean.body();
    }

    private void tellUnknown(Draft draft) {
        for (Element element : draft.body().children().select("*")) {
            String tag = element.normalName();
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                if (key.startsWith("on") || ACTIVE.contains(key)) {
                    problems.add(
                            draft.find(key + "="),
                            "attribute '" + Shortened.of(key) + "' of <" + Shortened.of(tag)
                                    + "> is not allowed in a page",
                            "");
                }
            }
            if (tag.equals("h1")) {
                problems.add(
                        draft.place(element),
                        "a heading of the first level: the page's title is one already",
                        "begin with '==' in AsciiDoc, '##' in Markdown");
            } else if (tag.equals("h5") || tag.equals("h6")) {
                problems.add(draft.place(element), "a heading this deep", "three levels are enough for a page");
            } else if (!TAGS.contains(tag)) {
                problems.add(draft.find("<" + tag), "element <" + Shortened.of(tag) + "> is not allowed in a page", "");
            }
        }
    }

    private static void keepKnownClasses(Element element) {
        Set<String> kept = new TreeSet<>(element.classNames());
        kept.removeIf(name -> !CLASSES.contains(name)
                && !(name.startsWith("language-") && element.normalName().equals("code")));
        if (kept.isEmpty()) {
            element.removeAttr("class");
        } else {
            element.attr("class", String.join(" ", kept));
        }
    }
}
