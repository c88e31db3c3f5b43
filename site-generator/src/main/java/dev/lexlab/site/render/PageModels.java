package dev.lexlab.site.render;

import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Unchanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds to a page's own data what every template may use. */
final class PageModels {
    private final Site site;
    private final Map<String, Object> shared;
    private final String root;

    PageModels(Site site, Theme theme, boolean live, Unchanged unchanged) {
        this.site = site;
        // A course is published under some path, and served from the root of the local server.
        root = live ? "/" : site.baseUrl();
        shared = Map.of(
                "site",
                unchanged.part("frame", "", Frame.of(site)),
                "theme",
                theme.addresses(),
                "feed",
                !site.changed().isEmpty() && site.absolute("").isPresent(),
                "policy",
                SecurityPolicy.of(live),
                "live",
                live);
    }

    /** A page that is gone. */
    Sheet of(String gone, Moves.Move move, List<Moves.Move> parts) {
        return new Sheet("moved", gone, false, gone, with(Map.of("move", move, "moved", parts)));
    }

    Sheet of(Page page, List<Moves.Move> parts) {
        Map<String, Object> model = with(page.data());
        model.put("page", new Head(page));
        model.put("moved", parts);
        model.put("side", page.side());
        model.put("day", site.dayOf(page.url()));
        model.put("canonical", site.absolute(page.url()));
        boolean isNone = page.url().equals(Pages.NOT_FOUND);
        return new Sheet(page.template(), page.url(), !isNone, isNone ? root : page.url(), model);
    }

    private Map<String, Object> with(Map<String, Object> data) {
        Map<String, Object> model = new HashMap<>(shared);
        model.putAll(data);
        return model;
    }

    /** What a page says of itself. */
    record Head(String url, String title, String description, String area) {
        Head(Page page) {
            this(page.url(), page.title(), page.description(), page.area());
        }
    }
}
