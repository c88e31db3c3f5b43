package dev.lexlab.site.build;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.model.OutwardLink;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Links to other pages and to anchors, by the files that authors see; and links out of the site. */
final class PageLinks {
    private static final Pattern OUTWARD = Pattern.compile("(?i)(https?|mailto):.+");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    private final PageTargets pages;
    private final Glossary glossary;
    private final Problems problems;
    private final List<OutwardLink> outward = new ArrayList<>();
    private final Map<Path, Optional<PageTargets.Target>> asked = new HashMap<>();

    PageLinks(PageTargets pages, Glossary glossary, Problems problems) {
        this.pages = pages;
        this.glossary = glossary;
        this.problems = problems;
    }

    void resolve(Draft draft) {
        for (Element link : draft.found().all("a")) {
            String href = link.attr("href");
            if (!link.hasAttr("href")) {
                continue;
            }
            if (link.attr("data-ref").equals("page")) {
                resolve(draft, link, href);
            } else if (!link.hasAttr("data-ref") && OUTWARD.matcher(href).matches()) {
                link.attr("rel", "noopener");
                refuseWhatIsNoAddress(draft, link, href);
                if (WEB.matcher(href).matches()) {
                    outward.add(new OutwardLink(href, outwardPlace(draft, link, href)));
                }
            } else if (!link.hasAttr("data-ref") && !href.startsWith("#")) {
                problems.add(
                        draft.place(link),
                        "link to '" + Shortened.of(href) + "' leads nowhere",
                        "link a page by its file, or an address that begins with https://");
            }
        }
    }

    private void refuseWhatIsNoAddress(Draft draft, Element link, String href) {
        try {
            new URI(href);
        } catch (URISyntaxException e) {
            int at = Math.min(Math.max(e.getIndex(), 0), href.length() - 1);
            problems.add(
                    outwardPlace(draft, link, href),
                    "'" + Shortened.of(href) + "' is no address: "
                            + e.getReason().toLowerCase(Locale.ROOT),
                    "encode '" + href.charAt(at) + "' as "
                            + URLEncoder.encode(href.substring(at, at + 1), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
        }
    }

    /** A bare address in AsciiDoc has no mark, because it has no macro before it. */
    private static Place outwardPlace(Draft draft, Element link, String href) {
        return link.hasAttr("data-at") ? draft.place(link) : draft.find(href);
    }

    /** Pages that were looked for, and what was found. */
    Map<Path, Optional<PageTargets.Target>> asked() {
        return Map.copyOf(asked);
    }

    /** Links to the web that were resolved so far. */
    List<OutwardLink> outward() {
        return List.copyOf(outward);
    }

    private void resolve(Draft draft, Element link, String href) {
        int hash = href.indexOf('#');
        String path = hash < 0 ? href : href.substring(0, hash);
        String anchor = hash < 0 ? "" : href.substring(hash + 1);
        Optional<PageTargets.Target> target = path.isEmpty()
                ? Optional.of(
                        new PageTargets.Target(draft.url(), draft.manuscript().title(), draft.anchors()))
                : page(draft, draft.place(link), path);
        if (target.isEmpty()) {
            return;
        }
        String title = target.get().title();
        if (!anchor.isEmpty()) {
            String words = target.get().anchors().get(anchor);
            if (words == null) {
                noAnchor(draft.place(link), path, anchor, target.get());
                return;
            }
            title = words.isEmpty() ? anchor : words;
        }
        if (link.childNodeSize() == 0) {
            link.text(title);
        }
        String page =
                path.isEmpty() ? "" : Relative.link(draft.url(), target.get().url());
        link.clearAttributes().attr("href", page + (anchor.isEmpty() ? "" : "#" + anchor));
    }

    private Optional<PageTargets.Target> page(Draft draft, Place place, String path) {
        Path file = draft.page().file().file();
        try {
            Path wanted = file.resolveSibling(path).normalize();
            Optional<PageTargets.Target> target = pages.at(wanted);
            asked.put(wanted, target);
            if (target.isEmpty()) {
                problems.add(
                        place, "page '" + Shortened.of(path) + "' does not exist", hint(path, file.resolveSibling("")));
            }
            return target;
        } catch (InvalidPathException e) {
            problems.add(place, "'" + path + "' is not a file name", "");
            return Optional.empty();
        }
    }

    /** The nearest path; or, where the folder is wrong, the page of that name. */
    private String hint(String path, Path folder) {
        List<String> known = pages.seenFrom(folder);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return known.stream()
                .filter(file -> file.endsWith("/" + name) && !name.startsWith("index."))
                .findFirst()
                .map(file -> "did you mean '" + file + "'?")
                .orElseGet(() -> DidYouMean.hint(path, known));
    }

    /** Anchors that a page's author gave; those of notes are ours. */
    private static List<String> headings(PageTargets.Target target) {
        return target.anchors().keySet().stream()
                .filter(anchor -> !anchor.startsWith("footnote-"))
                .toList();
    }

    private void noAnchor(Place place, String path, String anchor, PageTargets.Target target) {
        String where = path.isEmpty() ? "this page" : "'" + path + "'";
        String hint = glossary.find(anchor).isPresent()
                ? "for the term write term:" + anchor + "[] in AsciiDoc, [[" + anchor + "]] in Markdown"
                : DidYouMean.hint(anchor, headings(target));
        problems.add(place, "there is no anchor '" + anchor + "' in " + where, hint);
    }
}
