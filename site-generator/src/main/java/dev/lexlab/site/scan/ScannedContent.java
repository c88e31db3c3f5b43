package dev.lexlab.site.scan;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that was found.
 *
 * @param sourcesYml the common one first, then those of concepts by name
 * @param pages by name; guides of labs among them
 * @param assets by path
 * @param changed the day each page's file was last changed, ISO 8601, by its name; only where that is known
 * @param labs all that the site can depend on in the labs beside their guides, in one text
 * @param included files that pages were read from, wherever they lie, as they were before; empty where a page looks for one that is
 *     not there
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
        String labs,
        Optional<List<Stamp>> included) {

    public ScannedContent {
        sourcesYml = List.copyOf(sourcesYml);
        pages = List.copyOf(pages);
        assets = List.copyOf(assets);
        changed = Map.copyOf(changed);
    }

    /** Over every byte that the site can depend on. */
    public String hash() {
        StringBuilder inputs = new StringBuilder(labs);
        Stream.of(siteYml.stream(), sourcesYml.stream(), creditsYml.stream(), addresses.stream())
                .flatMap(files -> files)
                .forEach(file -> addTo(inputs, file));
        pages.forEach(page -> addTo(inputs, page));
        assets.forEach(asset -> inputs.append(asset.path()).append('\0').append(Hashes.of(asset.bytes())));
        inputs.append(new TreeMap<>(changed));
        return Hashes.of(inputs.toString());
    }

    private static void addTo(StringBuilder inputs, TextFile file) {
        inputs.append(file.name()).append('\0').append(file.text()).append('\0');
    }

    private static void addTo(StringBuilder inputs, PageFile page) {
        SourceText source = page.source();
        inputs.append(source.name()).append('\0');
        inputs.append(source.frontMatter().orElse("")).append('\0').append(source.hash());
    }
}
