package dev.lexlab.site.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was found.
 *
 * @param sourcesYml the common one first, then those of concepts by name
 * @param pages by name; guides of labs among them
 * @param assets by path
 * @param changed the day each page's file was last changed, ISO 8601, by its name; only where that is known
 * @param hash over every byte that the site can depend on
 */
public record ScannedContent(
        Roots roots,
        Optional<TextFile> siteYml,
        List<TextFile> sourcesYml,
        Optional<TextFile> creditsYml,
        Optional<TextFile> addresses,
        List<PageFile> pages,
        List<AssetFile> assets,
        Map<String, String> changed,
        String hash) {

    public ScannedContent {
        sourcesYml = List.copyOf(sourcesYml);
        pages = List.copyOf(pages);
        assets = List.copyOf(assets);
        changed = Map.copyOf(changed);
    }
}
