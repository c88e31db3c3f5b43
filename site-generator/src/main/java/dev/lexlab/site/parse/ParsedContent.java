package dev.lexlab.site.parse;

import dev.lexlab.site.address.Ledger;
import dev.lexlab.site.scan.AssetFile;
import dev.lexlab.site.scan.Roots;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was read.
 *
 * @param sources by id, in the order of the file
 * @param credits by path of the asset
 * @param changed the day each page's file was last changed, ISO 8601, by its name; only where that is known
 */
public record ParsedContent(
        Roots roots,
        SiteConfig config,
        Map<String, RawSource> sources,
        Map<String, Credit> credits,
        Optional<Ledger> ledger,
        List<ParsedPage> pages,
        List<AssetFile> assets,
        Map<String, String> changed) {

    public ParsedContent {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        credits = Collections.unmodifiableMap(new LinkedHashMap<>(credits));
        pages = List.copyOf(pages);
        assets = List.copyOf(assets);
        changed = Map.copyOf(changed);
    }
}
