package dev.lexlab.site.verify;

import static java.util.Locale.ROOT;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.address.Published;
import dev.lexlab.site.scan.HiddenText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The door: every address in every page leads to a file of the site, and every anchor to an element of it. */
public final class SiteVerifier {
    private static final String NOT_FOUND = "404.html";

    private final Set<String> files;
    private final Problems problems;
    private final Map<String, PageFacts> pages;
    /** Whether all of a list lead somewhere; pages have many lists in common, and each is looked through once. */
    private final IdentityHashMap<List<PageFacts.Target>, Boolean> sound = new IdentityHashMap<>();

    /**
     * Looks into nothing yet.
     *
     * @param files addresses of all files
     * @param pages those that are pages
     */
    public SiteVerifier(Set<String> files, Map<String, PageFacts> pages, Problems problems) {
        this.files = new HashSet<>(files);
        this.pages = pages;
        this.problems = problems;
    }

    /** What the pages publish by themselves. */
    public static Published published(Map<String, PageFacts> pages) {
        Map<String, Set<String>> own = new HashMap<>();
        NavigableSet<PublicAddress> offered = new TreeSet<>();
        pages.forEach((path, page) -> {
            if (!page.sendsOn()) {
                own.put(path, page.own());
                if (!path.equals(NOT_FOUND)) {
                    offered.add(new PublicAddress(path, ""));
                    page.offered()
                            .forEach(id -> PublicAddress.parse(path + "#" + id).ifPresent(offered::add));
                }
            }
        });
        return new Published(own, offered);
    }

    /** Looks at every page. */
    public void verify() {
        refuseEqualPaths();
        pages.forEach(this::verify);
    }

    /**
     * Looks at the pages that are not as they were when all was well: where the same files are there and every changed page has the
     * anchors it had, the others lead to what they led to.
     *
     * @param before what {@link #verify()} or this has found nothing wrong with
     * @param filesBefore all files of that time
     */
    public void verifySince(Map<String, PageFacts> before, Set<String> filesBefore) {
        Map<String, PageFacts> changed = new HashMap<>();
        boolean anchorsAsBefore = true;
        for (Map.Entry<String, PageFacts> page : pages.entrySet()) {
            PageFacts old = before.get(page.getKey());
            PageFacts now = page.getValue();
            if (!now.equals(old)) {
                changed.put(page.getKey(), now);
                anchorsAsBefore &= old != null
                        && old.own().equals(now.own())
                        && old.moved().equals(now.moved());
            }
        }
        if (anchorsAsBefore && files.equals(filesBefore)) {
            changed.forEach(this::verify);
        } else {
            verify();
        }
    }

    private void verify(String path, PageFacts page) {
        page.doubled()
                .forEach(id -> problems.add(
                        Place.of(path),
                        "id '" + id + "' stands twice in the rendered page",
                        "give the heading another name"));
        // A page loads its own files and nobody else's: whoever reads it is nobody's business.
        page.foreign()
                .forEach(target -> problems.add(
                        Place.of(path), "loads '" + target + "' from somebody else", "keep a copy in assets"));
        follow(path, page.targets());
        if (!sound.computeIfAbsent(page.common(), this::isSound)) {
            follow(path, page.common());
        }
    }

    /**
     * Looks for marks of what readers must never see, whichever way they came here: a definition, a lab's words, the inside of a
     * picture. What is made from a page is not told again.
     *
     * @param others all files that are no pages
     */
    public void refuseHidden(SortedMap<String, byte[]> others) {
        Set<String> told = new HashSet<>();
        pages.forEach((path, page) -> page.hidden().ifPresent(mark -> {
            told.add(mark);
            refuseHidden(path, mark);
        }));
        others.forEach((path, bytes) -> hidden(bytes).filter(told::add).ifPresent(mark -> refuseHidden(path, mark)));
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
        for (String path : new TreeSet<>(files)) {
            String other = seen.putIfAbsent(path.toLowerCase(ROOT), path);
            if (other != null) {
                problems.add(Place.of(path), "and '" + other + "' are one file on some machines", "rename one of them");
            }
        }
    }

    private void follow(String path, List<PageFacts.Target> targets) {
        for (PageFacts.Target target : targets) {
            String fault = fault(target);
            if (!fault.isEmpty()) {
                problems.add(Place.of(path), fault, "");
            }
        }
    }

    private boolean isSound(List<PageFacts.Target> targets) {
        for (PageFacts.Target target : targets) {
            if (!fault(target).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with it, on whatever page it stands; empty where nothing is. */
    private String fault(PageFacts.Target target) {
        if (!target.isAddress()) {
            return "'" + target.written() + "' is no address";
        }
        if (target.file().isEmpty()) {
            return ""; // it leads out of the site
        }
        String file = target.file().get();
        PageFacts there = pages.get(file);
        if (there == null && !files.contains(file)) {
            return "leads to '" + target.written() + "', which is no file of the site";
        }
        return target.anchor().isEmpty() || there == null || has(there, target.anchor())
                ? ""
                : "leads to '" + target.written() + "', and there is no such anchor";
    }

    /** One that was moved and is still there is told as the redirect that nobody needs. */
    private static boolean has(PageFacts page, String anchor) {
        return page.own().contains(anchor) || page.moved().contains(anchor);
    }
}
