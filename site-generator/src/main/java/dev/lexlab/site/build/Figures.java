package dev.lexlab.site.build;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Images with their size, their words, their maker and their licence; and whether every asset has a use. */
final class Figures {
    /** How far a page's folder is from the assets, as editors that preview Markdown want it written. */
    private static final Pattern WAY_TO_ASSETS = Pattern.compile("^(\\.\\./)+assets/");

    private final Map<String, AssetFile> assets = new LinkedHashMap<>();
    private final Map<String, Credit> credits;
    private final Path content;
    private final Problems problems;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Map<String, Shown>> shown = new TreeMap<>();

    Figures(ParsedContent content, Problems problems) {
        content.assets().forEach(asset -> assets.put(asset.path(), asset));
        this.credits = content.credits();
        this.content = content.roots().content();
        this.problems = problems;
    }

    void resolve(Draft draft) {
        for (Element image : draft.body().select("img")) {
            Place place = draft.place(image);
            String path = path(draft, image.attr("src"));
            AssetFile asset = assets.get(path);
            if (asset == null) {
                problems.add(place, "image '" + path + "' is not in assets", DidYouMean.hint(path, assets.keySet()));
                continue;
            }
            used.add(path);
            shown.computeIfAbsent(path, any -> new LinkedHashMap<>())
                    .putIfAbsent(draft.url(), new Shown(draft.title(), image.attr("alt")));
            if (image.attr("alt").isBlank()) {
                problems.add(place, "image '" + path + "' has no alternative text", "say what it shows");
            }
            Credit credit = credits.get(path);
            if (credit != null) {
                figure(draft, image, asset, credit);
            }
        }
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

    private void figure(Draft draft, Element image, AssetFile asset, Credit credit) {
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
        Optional<ImageSize> size = ImageSize.of(asset);
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
    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        shown.forEach((path, pages) -> {
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

    /** On a page of this title, with these words for who does not see it. */
    private record Shown(String title, String alt) {}

    /** Call when every page was resolved. */
    void tellUnused(String creditsFile) {
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
