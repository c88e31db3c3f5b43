package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.dom.ByTag;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Lets through what a page may hold, and nothing else; what it takes away is told. */
final class Sanitiser {
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

    private final Problems problems;

    Sanitiser(Problems problems) {
        this.problems = problems;
    }

    /**
     * The draft with a clean body: a copy, or its own where a copy would be the same again.
     *
     * @param dirty the document that the draft's body is of
     */
    Draft clean(Draft draft, Document dirty) {
        boolean clean = Allowed.isBody(draft.body());
        for (Element element : draft.found().all()) {
            if (!Allowed.is(element)) {
                tellUnknown(draft, element);
                clean = false;
            }
        }
        Draft cleaned = clean ? draft : new Draft(draft.manuscript(), ByTag.below(Allowed.copy(dirty)));
        for (Element element : cleaned.found().all()) {
            if (element.hasAttr("class")) {
                keepKnownClasses(element);
            }
            if (element.nameIs("aside")) {
                // By itself it would be a landmark of the page, and a text with three notes has not three of them.
                element.attr("role", "note");
            }
        }
        return cleaned;
    }

    private void tellUnknown(Draft draft, Element element) {
        String tag = element.normalName();
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.startsWith("on") || ACTIVE.contains(key)) {
                problems.add(
                        draft.find(key + "="),
                        "attribute '" + Shortened.of(key) + "' of <" + Shortened.of(tag) + "> is not allowed in a page",
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
        } else if (!Allowed.isTag(tag)) {
            problems.add(draft.find("<" + tag), "element <" + Shortened.of(tag) + "> is not allowed in a page", "");
        }
    }

    private static void keepKnownClasses(Element element) {
        if (CLASSES.contains(element.attr("class"))) {
            return;
        }
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
