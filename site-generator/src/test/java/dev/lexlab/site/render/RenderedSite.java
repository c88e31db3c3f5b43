package dev.lexlab.site.render;

import dev.lexlab.site.model.Site;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every file that the renderer makes of a site, by address. */
public final class RenderedSite {

    private RenderedSite() {}

    public static SortedMap<String, byte[]> of(Site site, boolean live) {
        SiteRenderer renderer = new SiteRenderer();
        SiteRenderer.Edition edition = renderer.edition(site, live);
        SortedMap<String, byte[]> files = new TreeMap<>(edition.files());
        edition.sheets()
                .forEach(sheet ->
                        files.put(sheet.url(), renderer.render(sheet).html().get()));
        return files;
    }
}
