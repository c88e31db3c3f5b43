package dev.lexlab.site.scan;

import dev.lexlab.lab.files.Stamp;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the last scan read, for the next one of the same process: files that nobody touched are not read again. A page about which
 * something was told is not kept, so that it is told again.
 */
public final class KeptFiles {
    private Map<Path, Page> pages = new HashMap<>();
    private Map<Path, Asset> assets = new HashMap<>();
    private Map<Path, Page> pagesNow = new HashMap<>();
    private Map<Path, Asset> assetsNow = new HashMap<>();
    private Optional<Days> days = Optional.empty();
    private Optional<TextFile> siteYml = Optional.empty();
    private List<SourceText.Line> attributes = List.of();

    /**
     * A page with all files it was read from.
     *
     * @param given attributes it was read with
     * @param named files that it includes, or would under another condition
     * @param uses the tags of included files that it shows
     */
    record Page(
            SourceText text, List<SourceText.Line> given, List<Stamp> files, Set<Path> named, List<TagUse.Use> uses) {}

    /** An asset. */
    record Asset(AssetFile file, Stamp stamp) {}

    /**
     * What the history said.
     *
     * @param state of the history when it was asked
     */
    record Days(List<Stamp> state, List<String> files, Map<String, String> changed) {}

    void begin() {
        pagesNow = new HashMap<>();
        assetsNow = new HashMap<>();
    }

    /** Forgets what this scan did not see. */
    void end() {
        pages = pagesNow;
        assets = assetsNow;
    }

    /** What it gives to every page, see {@link SiteAttributes}. */
    List<SourceText.Line> attributes(Optional<TextFile> now) {
        if (!now.equals(siteYml)) {
            siteYml = now;
            attributes = SiteAttributes.lines(now);
        }
        return attributes;
    }

    Optional<Page> page(Path file, List<SourceText.Line> given) {
        Optional<Page> kept = Optional.ofNullable(pages.get(file))
                .filter(page -> page.given().equals(given))
                .filter(page -> page.files().stream()
                        .allMatch(stamp -> Stamp.of(stamp.found()).equals(Optional.of(stamp))));
        return kept;
    }

    void keep(Path file, Page page) {
        pagesNow.put(file, page);
    }

    Optional<AssetFile> asset(Path file) {
        Optional<Asset> kept = Optional.ofNullable(assets.get(file))
                .filter(asset -> Stamp.of(file).equals(Optional.of(asset.stamp())));
        kept.ifPresent(asset -> assetsNow.put(file, asset));
        return kept.map(Asset::file);
    }

    void keep(Path file, Asset asset) {
        assetsNow.put(file, asset);
    }

    Optional<Map<String, String>> days(List<Stamp> state, List<String> files) {
        return days.filter(kept -> kept.state().equals(state) && kept.files().equals(files))
                .map(Days::changed);
    }

    void keep(Days now) {
        days = Optional.of(now);
    }
}
