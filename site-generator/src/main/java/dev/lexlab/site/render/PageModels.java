package dev.lexlab.site.render;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.Site;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What every template may use, beside its page's own data. */
final class PageModels {
    private final Site site;
    private final Map<String, Object> shared;
    private final String root;

    PageModels(Site site, Theme theme, boolean live) {
        this.site = site;
        // A course is published under some path, and served from the root of the local server.
        root = live ? "/" : site.baseUrl();
        Tagline tagline = Tagline.of(site.tagline());
        shared = Map.of(
                "site", site,
                "headline", tagline.headline(),
                "lead", tagline.lead(),
                "concepts", site.concepts().stream().collect(toUnmodifiableMap(Concept::slug, Function.identity())),
                "labs", site.labs().stream().collect(toUnmodifiableMap(LabPage::id, Function.identity())),
                "theme", theme.addresses(),
                "feed", !site.changed().isEmpty() && site.absolute("").isPresent(),
                "policy", SecurityPolicy.of(live),
                "live", live);
    }

    /** A page that is gone. */
    Map<String, Object> of(String gone, Moves.Move move, List<Moves.Move> parts) {
        return with(Address.from(gone), Map.of("move", move, "moved", parts));
    }

    Map<String, Object> of(Page page, List<Moves.Move> parts) {
        Address address = page.url().equals(Pages.NOT_FOUND) ? Address.fromRoot(root) : Address.from(page.url());
        Map<String, Object> model = with(address, page.data());
        model.put("page", page);
        model.put("moved", parts);
        model.put("canonical", site.absolute(page.url()));
        return model;
    }

    private Map<String, Object> with(Address address, Map<String, Object> data) {
        TemplateMethodModelEx to =
                arguments -> new SimpleScalar(address.to(arguments.get(0).toString()));
        Map<String, Object> model = new HashMap<>(shared);
        model.putAll(data);
        model.put("to", to);
        return model;
    }
}
