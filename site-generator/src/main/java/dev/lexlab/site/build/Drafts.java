package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.dom.ByTag;
import dev.lexlab.site.dom.HtmlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Manuscripts to drafts: sanitised, with anchors that lead to one place each. */
final class Drafts {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d+");

    /** What our own anchors look like: parts of a page, sources, citations, notes. */
    private static final Pattern OURS = Pattern.compile("lx-|(source|cite)-\\d|footnote-[a-z]{1,2}($|-call)");

    private Drafts() {}

    static Draft of(Manuscript manuscript, Problems problems) {
        Document dom = HtmlReader.fragment(manuscript.page().fragment().html());
        dom.outputSettings().prettyPrint(false);
        Draft draft = new Sanitiser(problems).clean(new Draft(manuscript, ByTag.below(dom.body())), dom);
        ByTag found = draft.found();
        refuseBadAnchors(draft, found.all(), problems);
        refuseEqualHeadings(draft, found.headings(), problems);
        NamelessHeadings.refuse(draft, found.headings(), problems);
        return draft;
    }

    private static void refuseBadAnchors(Draft draft, List<Element> elements, Problems problems) {
        Set<String> taken = new HashSet<>();
        for (Element element : elements) {
            if (!element.hasAttr("id")) {
                continue;
            }
            boolean heading = element.normalName().startsWith("h");
            if (OURS.matcher(element.id()).lookingAt() && !isNote(element)) {
                problems.add(
                        draft.place(element),
                        "id '" + Shortened.of(element.id()) + "' is one that we give",
                        heading ? "give the heading another name" : "give it another name");
            }
            if (!taken.add(element.id())) {
                problems.add(
                        draft.place(element),
                        "id '" + element.id() + "' stands twice in this page",
                        "rename one of them");
            }
        }
    }

    /** Of footnotes, which have their ids from us. */
    private static boolean isNote(Element element) {
        return element.id().startsWith("footnote-")
                && (element.normalName().equals("li") || element.normalName().equals("a"));
    }

    /** Both engines number equal headings, and a link to 'x-2' would change its meaning when the first one goes. */
    private static void refuseEqualHeadings(Draft draft, List<Element> headings, Problems problems) {
        for (Element heading : headings) {
            var numbered = NUMBERED.matcher(heading.id());
            if (numbered.matches() && heading.text().equals(draft.anchors().get(numbered.group(1)))) {
                problems.add(
                        draft.place(heading),
                        "heading '" + heading.text() + "' stands twice in this page, so its id is not unique",
                        "rename one of them");
            }
        }
    }
}
