package dev.lexlab.site.build;

import static java.util.stream.Collectors.toSet;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.model.Picture;
import dev.lexlab.site.parse.Credit;
import dev.lexlab.site.parse.ParsedContent;
import dev.lexlab.site.scan.AssetFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Images with their size, their words, their maker and their licence; and whether every asset has a use. */
final class Figures {
    /** How far a page's folder is from the assets, as editors that preview Markdown want it written. */
    private static final Pattern WAY_TO_ASSETS = Pattern.compile("^(\\.\\./)+assets/");

    private final Map<String, AssetFile> assets = new LinkedHashMap<>();
    /** Read off an asset once, however many pages show it; by path. */
    private final Map<String, Optional<ImageSize>> sizes = new ConcurrentHashMap<>();

    private final Map<String, Credit> credits;
    private final Path content;

    Figures(ParsedContent content) {
        content.assets().forEach(asset -> assets.put(asset.path(), asset));
        this.credits = content.credits();
        this.content = content.roots().content();
    }

    /** What the draft shows. */
    List<Shown> resolve(Draft draft, Problems problems) {
        List<Shown> shown = new ArrayList<>();
        for (Element image : draft.found().all("img")) {
            Place place = draft.place(image);
            String path = path(draft, image.attr("src"));
            AssetFile asset = assets.get(path);
            if (asset == null) {
                problems.add(place, "image '" + path + "' is not in assets", DidYouMean.hint(path, assets.keySet()));
                continue;
            }
            shown.add(new Shown(path, draft.url(), draft.manuscript().title(), image.attr("alt")));
            if (image.attr("alt").isBlank()) {
                problems.add(place, "image '" + path + "' has no alternative text", "say what it shows");
            }
            Credit credit = credits.get(path);
            if (credit != null) {
                figure(draft, image, asset, credit, problems);
            }
        }
        return shown;
    }

    /** A picture lies beside the page that shows it, as in a book that came with its own, or in assets. */
    private String path(Draft draft, String src) {
        try {
            Path beside = draft.page()
                    .file()
                    .file()
                    .toAbsolutePath()
                    .resolveSibling(src)
                    .normalize();
            String path = content.relativize(beside).toString().replace('\\', '/');
            if (assets.containsKey(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            return src; // told as what is not there
        }
        return WAY_TO_ASSETS.matcher(src).replaceFirst("");
    }

    private void figure(Draft draft, Element image, AssetFile asset, Credit credit, Problems problems) {
        Element paragraph = image.parent();
        if (paragraph == null || !paragraph.normalName().equals("p") || paragraph.childNodeSize() > 1) {
            problems.add(
                    draft.place(image), "image '" + asset.path() + "' stands within a line", "give it its own block");
            return;
        }
        String title = image.attr("title");
        String alt = image.attr("alt");
        image.clearAttributes()
                .attr("src", Relative.link(draft.url(), "assets/" + asset.path()))
                .attr("alt", alt);
        Optional<ImageSize> size = sizes.computeIfAbsent(asset.path(), unused -> ImageSize.of(asset));
        size.ifPresent(pixels ->
                image.attr("width", String.valueOf(pixels.width())).attr("height", String.valueOf(pixels.height())));
        if (size.isEmpty()) {
            problems.add(
                    Place.of(asset.name()), "has no size we can read", "an SVG needs width and height or a viewBox");
        }
        paragraph.tagName("figure").clearAttributes();
        Element caption = paragraph.appendElement("figcaption");
        if (!title.isEmpty()) {
            caption.appendText(title + " ");
        }
        caption.appendElement("small").text(credit.credit() + " (" + credit.licence() + ")");
    }

    /** Who made what, and where it is shown; by path. */
    List<Picture> pictures(List<Shown> shown) {
        Map<String, Map<String, Shown>> byPath = new TreeMap<>();
        shown.forEach(image -> byPath.computeIfAbsent(image.path(), any -> new LinkedHashMap<>())
                .putIfAbsent(image.url(), image));
        List<Picture> pictures = new ArrayList<>();
        byPath.forEach((path, pages) -> {
            Credit credit = credits.get(path);
            if (credit != null) {
                List<Picture.Shown> places = new ArrayList<>();
                pages.forEach((url, page) -> places.add(new Picture.Shown(page.title(), url)));
                String alt = pages.values().iterator().next().alt();
                pictures.add(new Picture(path, alt, credit.credit(), credit.licence(), places));
            }
        });
        return List.copyOf(pictures);
    }

    /** An asset on a page of this address and title, with these words for who does not see it. */
    record Shown(String path, String url, String title, String alt) {}

    /** @param shown on all pages */
    void tellUnused(List<Shown> shown, String creditsFile, Problems problems) {
        Set<String> used = shown.stream().map(Shown::path).collect(toSet());
        for (AssetFile asset : assets.values()) {
            if (!credits.containsKey(asset.path())) {
                problems.add(
                        Place.of(asset.name()),
                        "has no credit and licence",
                        "add '" + asset.path() + ": {credit: …, licence: …}' to " + creditsFile);
            }
            if (!used.contains(asset.path())) {
                problems.add(Place.of(asset.name()), "no page shows this", "show it or delete it");
            }
            if (asset.path().endsWith(".svg")) {
                new Drawing(asset, problems).check();
            }
        }
        credits.forEach((path, credit) -> {
            if (!assets.containsKey(path)) {
                problems.add(
                        credit.place(), "there is no asset '" + path + "'", DidYouMean.hint(path, assets.keySet()));
            }
        });
    }
}
