package dev.lexlab.site.verify;

import dev.lexlab.site.verify.PageFacts.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where the pages of a folder lead to, of any number of them at a time: nearly all to the same places. */
public final class Folder {
    private final String aPage;
    private final String folder;
    private final URI base;
    private final Map<String, Target> known = new ConcurrentHashMap<>();

    /** @param aPage address of any page in it */
    public Folder(String aPage) {
        this.aPage = aPage;
        folder = aPage.substring(0, aPage.lastIndexOf('/') + 1);
        base = URI.create("/" + folder);
    }

    /**
     * What pages of a folder have in common, put together once.
     *
     * @param targets where they all lead to
     * @param here addresses of places on the very page
     */
    public record Shared(
            Folder folder,
            Set<String> own,
            Set<String> doubled,
            List<Target> targets,
            List<String> here,
            List<String> foreign) {}

    /** @param parts what was seen in each part that some pages have in common */
    public Shared shared(List<Seen> parts) {
        Set<String> own = new LinkedHashSet<>();
        Set<String> doubled = new LinkedHashSet<>();
        Set<String> written = new LinkedHashSet<>();
        List<String> foreign = new ArrayList<>();
        for (Seen part : parts) {
            for (String id : part.own()) {
                if (!own.add(id)) {
                    doubled.add(id);
                }
            }
            doubled.addAll(part.doubled());
            written.addAll(part.written());
            foreign.addAll(part.foreign());
        }
        List<Target> targets = new ArrayList<>();
        List<String> here = new ArrayList<>();
        for (String address : written) {
            if (isHere(address)) {
                here.add(address);
            } else {
                targets.add(target(aPage, address));
            }
        }
        return new Shared(this, own, doubled, List.copyOf(targets), List.copyOf(here), foreign);
    }

    /** Whether an address is that of a place on the very page. */
    private static boolean isHere(String written) {
        return written.isEmpty() || written.startsWith("#");
    }

    Target target(String page, String written) {
        if (isHere(written)) {
            return resolved(page, written);
        }
        Target before = known.get(written);
        return before == null ? known.computeIfAbsent(written, any -> resolved(page, any)) : before;
    }

    private Target resolved(String page, String written) {
        int hash = written.indexOf('#');
        String path = hash < 0 ? written : written.substring(0, hash);
        String anchor = hash < 0 ? "" : written.substring(hash + 1);
        String file = isPlain(path) && isPlain(anchor) ? plain(page, path) : "";
        return file.isEmpty() ? resolvedAsUri(page, written) : new Target(written, Optional.of(file), anchor, true);
    }

    /** Nothing in which is anything but itself. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '-' && c <= '9'); // '.' and '/' too
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    /** The file that a path of the site's own making leads to; empty where it takes more to know. */
    private String plain(String page, String path) {
        int from = 0;
        int end = folder.length();
        while (path.startsWith("../", from) && end > 0) {
            from += 3;
            end = folder.lastIndexOf('/', end - 2) + 1;
        }
        boolean isDown = isPlain(folder)
                && from < path.length()
                && "./".indexOf(path.charAt(from)) < 0
                && !path.contains("//")
                && path.indexOf("/.", from) < 0;
        return path.isEmpty() ? page : isDown ? folder.substring(0, end) + path.substring(from) : "";
    }

    /** Of any address. */
    Target resolvedAsUri(String page, String written) {
        try {
            URI uri = new URI(written);
            if (uri.getScheme() != null || uri.getAuthority() != null) {
                return new Target(written, Optional.empty(), "", true);
            }
            String file =
                    uri.getPath().isEmpty() ? page : base.resolve(uri).getPath().substring(1);
            return new Target(written, Optional.of(file), uri.getFragment() == null ? "" : uri.getFragment(), true);
        } catch (URISyntaxException e) {
            return new Target(written, Optional.empty(), "", false);
        }
    }
}
