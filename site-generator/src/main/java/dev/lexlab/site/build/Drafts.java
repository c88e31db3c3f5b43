package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.parse.ParsedPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** All bodies, sanitised, and which anchors stand in each: what must be known before any link can be judged. */
final class Drafts {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d+");

    /** What our own anchors look like: parts of a page, sources, citations, notes. */
    private static final Pattern OURS = Pattern.compile("lx-|(source|cite)-\\d|footnote-[a-z]{1,2}($|-call)");

    private final Problems problems;
    private final Sanitiser sanitiser;
    private final Map<Path, Draft> byFile = new TreeMap<>();

    Drafts(Problems problems) {
        this.problems = problems;
        this.sanitiser = new Sanitiser(problems);
    }

    Draft add(ParsedPage page, String url, String slug, String title, Set<String> near) {
        Document dom = Jsoup.parseBodyFragment(page.fragment().html());
        dom.outputSettings().prettyPrint(false);
        Draft dirty = new Draft(page, url, slug, title, near, dom.body(), Map.of());
        Element clean = sanitiser.clean(dirty);
        Draft draft = new Draft(page, url, slug, title, near, clean, anchors(dirty, clean));
        byFile.put(page.file().file().toAbsolutePath().normalize(), draft);
        return draft;
    }

    private Map<String, String> anchors(Draft draft, Element body) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Element element : body.select("[id]")) {
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
        refuseEqualHeadings(draft, body, anchors);
        NamelessHeadings.refuse(draft, body, problems);
        return anchors;
    }

    /** Of footnotes, which have their ids from us. */
    private static boolean isNote(Element element) {
        return element.id().startsWith("footnote-")
                && (element.normalName().equals("li") || element.normalName().equals("a"));
    }

    /** Both engines number equal headings, and a link to 'x-2' would change its meaning when the first one goes. */
    private void refuseEqualHeadings(Draft draft, Element body, Map<String, String> anchors) {
        for (Element heading : body.select("h2[id], h3[id], h4[id]")) {
            var numbered = NUMBERED.matcher(heading.id());
            if (numbered.matches() && heading.text().equals(anchors.get(numbered.group(1)))) {
                problems.add(
                        draft.place(heading),
                        "heading '" + heading.text() + "' stands twice in this page, so its id is not unique",
                        "rename one of them");
            }
        }
    }

    Collection<Draft> all() {
        return List.copyOf(byFile.values());
    }

    Optional<Draft> at(Path file) {
        return Optional.ofNullable(byFile.get(file));
    }

    /** Files of pages, as seen from a folder. */
    List<String> seenFrom(Path folder) {
        List<String> paths = new ArrayList<>();
        byFile.keySet()
                .forEach(file -> paths.add(folder.relativize(file).toString().replace('\\', '/')));
        return paths;
    }
}
