package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.scan.AssetFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;

/**
 * Lets a vector image through that only draws. In a page it could do nothing, but whoever opens it by itself opens a document of
 * ours, with its scripts, and what it loads from elsewhere says who looks at it.
 */
final class Drawing {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "style",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textpath",
            "marker",
            "lineargradient",
            "radialgradient",
            "stop",
            "pattern",
            "clippath",
            "mask",
            "filter",
            "fegaussianblur",
            "feoffset",
            "femerge",
            "femergenode",
            "feblend",
            "fecolormatrix",
            "feflood",
            "fecomposite",
            "fedropshadow");
    /** A sheet may name parts of the same drawing, and load nothing. */
    private static final Pattern LOADS =
            Pattern.compile("@import|url\\(\\s*(?!['\"]?#)|expression\\(|\\\\", Pattern.CASE_INSENSITIVE);

    private final AssetFile asset;
    private final Problems problems;

    Drawing(AssetFile asset, Problems problems) {
        this.asset = asset;
        this.problems = problems;
    }

    void check() {
        Document svg = Jsoup.parse(
                new String(asset.bytes(), StandardCharsets.UTF_8),
                "",
                Parser.xmlParser().setTrackPosition(true));
        svg.forEachNode(this::check);
    }

    private void check(Node node) {
        if (node instanceof DocumentType type && !type.outerHtml().matches("(?is)<!doctype svg[^\\[]*>")) {
            refuse(node, "this picture declares a document type of its own", "leave <!DOCTYPE …> out");
        } else if (node instanceof XmlDeclaration declaration
                && !declaration.name().equals("xml")
                && !declaration.name().equalsIgnoreCase("doctype")) {
            refuse(node, "this picture holds <?" + declaration.name() + " …?>", "draw it without");
        } else if (node instanceof Element element && !element.normalName().startsWith("#")) {
            check(element);
        }
    }

    private void check(Element element) {
        String name = element.normalName();
        if (name.equals("script")) {
            refuse(element, "this picture holds a script", "draw it without");
        } else if (!ELEMENTS.contains(name)) {
            refuse(
                    element,
                    "this picture holds <" + element.tagName() + ">, which does more than draw",
                    "draw it without");
        }
        if (name.equals("style")
                && LOADS.matcher(element.wholeText() + element.data()).find()) {
            refuse(element, "the style of this picture loads something", "keep all of it in the picture");
        }
        for (Attribute attribute : element.attributes()) {
            check(element, attribute);
        }
    }

    private void check(Element element, Attribute attribute) {
        String key = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip();
        if (key.startsWith("on")) {
            refuse(element, "this picture holds a script", "draw it without '" + attribute.getKey() + "'");
        } else if ((key.equals("href") || key.endsWith(":href") || key.equals("src")) && !value.startsWith("#")) {
            refuse(element, "this picture leads to '" + Shortened.of(value) + "'", "keep all of it in the picture");
        } else if (!key.startsWith("xmlns") && LOADS.matcher(value).find()) {
            refuse(
                    element,
                    "'" + attribute.getKey() + "' of this picture loads something",
                    "keep all of it in the picture");
        }
    }

    private void refuse(Node node, String what, String hint) {
        var range = node.sourceRange();
        Place place = range.isTracked()
                ? new Place(
                        asset.name(), range.start().lineNumber(), range.start().columnNumber())
                : Place.of(asset.name());
        problems.add(place, what, hint);
    }
}
