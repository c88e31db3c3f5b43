package dev.lexlab.site.verify;

import static java.util.Locale.ROOT;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The door: every address in every page leads to a file of the site, and every anchor to an element of it. */
public final class SiteVerifier {
    /** Attributes that hold one; scripts load the last three when search is wanted. */
    private static final List<String> ADDRESSES = List.of("href", "src", "data-code", "data-style", "data-index");

    private final SortedMap<String, byte[]> files;
    private final Problems problems;
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final Map<String, Document> pages = new HashMap<>();

    public SiteVerifier(SortedMap<String, byte[]> files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    public void verify() {
        refuseEqualPaths();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".html")) {
                Document page = Jsoup.parse(new String(file.getValue(), StandardCharsets.UTF_8));
                pages.put(file.getKey(), page);
                anchors.put(file.getKey(), ids(file.getKey(), page));
            }
        }
        files.keySet().stream().filter(pages::containsKey).forEach(this::links);
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
        for (Element element : page.select("[id]")) {
            if (!ids.add(element.id())) {
                problems.add(
                        Place.of(path),
                        "id '" + element.id() + "' stands twice in the rendered page",
                        "give the heading another name");
            }
        }
        return ids;
    }

    private void links(String path) {
        Document page = pages.get(path);
        if (page == null) {
            return;
        }
        for (String attribute : ADDRESSES) {
            for (Element element : page.select("[" + attribute + "]")) {
                String target = element.attr(attribute);
                // The page for what is not there is shown at any depth, so its own links begin at the site's base.
                if (!path.equals("404.html") || target.startsWith("#")) {
                    link(path, target);
                }
            }
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
