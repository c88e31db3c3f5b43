package dev.lexlab.site.verify;

import static java.util.Locale.ROOT;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.address.Published;
import dev.lexlab.site.scan.HiddenText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The door: every address in every page leads to a file of the site, and every anchor to an element of it. */
public final class SiteVerifier {
    private static final Pattern FOREIGN = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)");
    private static final String MOVED_PAGE = "moved-page";
    private static final String NOT_FOUND = "404.html";
    /**
     * Anchors that authors made: headings and named blocks of their texts, and myths. Those of notes and citations are ours, and on
     * the page of all terms every text stands a second time.
     */
    private static final String OFFERED =
            "body:not(.page-book) .prose [id]:not([id^=cite-], [id^=footnote-], [id^=source-]), .myth[id]";
    /** Attributes that hold one; scripts load the last three when search is wanted. */
    private static final List<String> ADDRESSES = List.of("href", "src", "data-code", "data-style", "data-index");

    private final SortedMap<String, byte[]> files;
    private final Problems problems;
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final SortedMap<String, Document> pages;

    /**
     * Looks into nothing yet.
     *
     * @param pages those of the files that are pages, parsed
     */
    public SiteVerifier(SortedMap<String, byte[]> files, SortedMap<String, Document> pages, Problems problems) {
        this.files = files;
        this.pages = pages;
        this.problems = problems;
    }

    /** What the pages publish by themselves; call it after {@link #verify()}. */
    public Published published() {
        Map<String, Set<String>> own = new HashMap<>();
        NavigableSet<PublicAddress> offered = new TreeSet<>();
        pages.forEach((path, page) -> {
            if (!page.body().hasClass(MOVED_PAGE)) {
                own.put(path, new HashSet<>(page.select("[id]:not(.moved)").eachAttr("id")));
                if (!path.equals(NOT_FOUND)) {
                    offered.add(new PublicAddress(path, ""));
                    page.select(OFFERED)
                            .eachAttr("id")
                            .forEach(id -> PublicAddress.parse(path + "#" + id).ifPresent(offered::add));
                }
            }
        });
        return new Published(own, offered);
    }

    public void verify() {
        refuseEqualPaths();
        refuseHidden();
        pages.forEach((path, page) -> anchors.put(path, ids(path, page)));
        pages.forEach(this::links);
    }

    /** Whichever way it came here: a definition, a lab's words, the inside of a picture. What is made from a page is not told again. */
    private void refuseHidden() {
        Set<String> told = new HashSet<>();
        files.forEach((path, bytes) -> {
            if (pages.containsKey(path)) {
                hidden(bytes).ifPresent(mark -> {
                    told.add(mark);
                    refuseHidden(path, mark);
                });
            }
        });
        files.forEach((path, bytes) -> {
            if (!pages.containsKey(path)) {
                hidden(bytes).filter(told::add).ifPresent(mark -> refuseHidden(path, mark));
            }
        });
    }

    private static Optional<String> hidden(byte[] bytes) {
        return HiddenText.find(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private void refuseHidden(String path, String mark) {
        problems.add(Place.of(path), "'" + mark + "' marks what readers must never see", "find where it comes from");
    }

    /** A laptop's file system may not tell 'A' from 'a'. */
    private void refuseEqualPaths() {
        Map<String, String> seen = new HashMap<>();
        for (String path : files.keySet()) {
            String other = seen.putIfAbsent(path.toLowerCase(ROOT), path);
            if (other != null) {
                problems.add(Place.of(path), "and '" + other + "' are one file on some machines", "rename one of them");
            }
        }
    }

    private Set<String> ids(String path, Document page) {
        Set<String> ids = new HashSet<>();
        for (Element element : page.select("[id]:not(.moved)")) {
            if (!ids.add(element.id())) {
                problems.add(
                        Place.of(path),
                        "id '" + element.id() + "' stands twice in the rendered page",
                        "give the heading another name");
            }
        }
        // One that was moved and is still there is told as the redirect that nobody needs.
        ids.addAll(page.select(".moved[id]").eachAttr("id"));
        return ids;
    }

    private void links(String path, Document page) {
        for (Element element : page.select("[src], link[href]")) {
            refuseThirdParty(path, element);
        }
        if (page.body().hasClass(MOVED_PAGE)) {
            return; // redirects are checked by what their author wrote
        }
        for (String attribute : ADDRESSES) {
            for (Element element : page.select("[" + attribute + "]")) {
                String target = element.attr(attribute);
                // The page for what is not there is shown at any depth, so its own links begin at the site's base.
                boolean moved = element.parent() != null && element.parent().hasClass("moved");
                if (!moved && (!path.equals(NOT_FOUND) || target.startsWith("#"))) {
                    link(path, target);
                }
            }
        }
    }

    /** A page loads its own files and nobody else's: whoever reads it is nobody's business. */
    private void refuseThirdParty(String path, Element element) {
        String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
        if (FOREIGN.matcher(target).lookingAt() && !element.attr("rel").equals("canonical")) {
            problems.add(Place.of(path), "loads '" + target + "' from somebody else", "keep a copy in assets");
        }
    }

    private void link(String path, String target) {
        try {
            URI uri = new URI(target);
            if (uri.getScheme() != null || uri.getAuthority() != null) {
                return; // out of the site
            }
            String file = uri.getPath().isEmpty()
                    ? path
                    : URI.create("/" + path).resolve(uri).getPath().substring(1);
            if (!files.containsKey(file)) {
                problems.add(Place.of(path), "leads to '" + target + "', which is no file of the site", "");
            } else if (uri.getFragment() != null
                    && anchors.containsKey(file)
                    && !anchors.getOrDefault(file, Set.of()).contains(uri.getFragment())) {
                problems.add(Place.of(path), "leads to '" + target + "', and there is no such anchor", "");
            }
        } catch (URISyntaxException e) {
            problems.add(Place.of(path), "'" + target + "' is no address", "");
        }
    }
}
