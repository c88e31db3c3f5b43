package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.dom.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Manuscripts to drafts: sanitised, and with the anchors that must be known before any link can be judged. */
final class Drafts {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d+");

    /** What our own anchors look like: parts of a page, sources, citations, notes. */
    private static final Pattern OURS = Pattern.compile("lx-|(source|cite)-\\d|footnote-[a-z]{1,2}($|-call)");

    private Drafts() {}

    static Draft of(Manuscript manuscript, Problems problems) {
        Document dom = Jsoup.parseBodyFragment(manuscript.page().fragment().html());
        dom.outputSettings().prettyPrint(false);
        Draft dirty = new Draft(manuscript, dom.body(), Map.of());
        Element clean = new Sanitiser(problems).clean(dirty, dom);
        return new Draft(manuscript, clean, anchors(dirty, clean, problems));
    }

    private static Map<String, String> anchors(Draft draft, Element body, Problems problems) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Element element : Query.all(body, "[id]")) {
            boolean heading = element.normalName().startsWith("h");
            if (OURS.matcher(element.id()).lookingAt() && !isNote(element)) {
                problems.add(
                        draft.place(element),
                        "id '" + Shortened.of(element.id()) + "' is one that we give",
                        heading ? "give the heading another name" : "give it another name");
            }
            if (anchors.putIfAbsent(element.id(), heading ? element.text() : "") != null) {
                problems.add(
                        draft.place(element),
                        "id '" + element.id() + "' stands twice in this page",
                        "rename one of them");
            }
        }
        refuseEqualHeadings(draft, body, anchors, problems);
        NamelessHeadings.refuse(draft, body, problems);
        return anchors;
    }

    /** Of footnotes, which have their ids from us. */
    private static boolean isNote(Element element) {
        return element.id().startsWith("footnote-")
                && (element.normalName().equals("li") || element.normalName().equals("a"));
    }

    /** Both engines number equal headings, and a link to 'x-2' would change its meaning when the first one goes. */
    private static void refuseEqualHeadings(Draft draft, Element body, Map<String, String> anchors, Problems problems) {
        for (Element heading : Query.all(body, "h2[id], h3[id], h4[id]")) {
            var numbered = NUMBERED.matcher(heading.id());
            if (numbered.matches() && heading.text().equals(anchors.get(numbered.group(1)))) {
                problems.add(
                        draft.place(heading),
                        "heading '" + heading.text() + "' stands twice in this page, so its id is not unique",
                        "rename one of them");
            }
        }
    }
}
