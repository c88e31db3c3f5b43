package dev.lexlab.site.build;

import dev.lexlab.site.dom.Query;
import dev.lexlab.site.scan.AssetFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The size of an image, so that a page does not jump while it loads. */
record ImageSize(int width, int height) {

    static Optional<ImageSize> of(AssetFile asset) {
        return asset.path().endsWith(".svg") ? ofSvg(asset) : ofPixels(asset);
    }

    private static Optional<ImageSize> ofSvg(AssetFile asset) {
        Element svg = Query.first(svg(asset), "svg");
        if (svg == null) {
            return Optional.empty();
        }
        String[] box = svg.attr("viewBox").strip().split("[\\s,]+", -1);
        String width = svg.attr("width").isEmpty() && box.length == 4 ? box[2] : svg.attr("width");
        String height = svg.attr("height").isEmpty() && box.length == 4 ? box[3] : svg.attr("height");
        try {
            return Optional.of(new ImageSize(pixels(width), pixels(height)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // per cent or other units: then it has no size of its own
        }
    }

    private static Element svg(AssetFile asset) {
        return Jsoup.parse(new String(asset.bytes(), StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private static int pixels(String length) {
        return (int) Math.round(Double.parseDouble(length.replace("px", "")));
    }

    private static Optional<ImageSize> ofPixels(AssetFile asset) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(asset.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            return Optional.of(new ImageSize(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException e) {
            return Optional.empty(); // not an image we know, which is told with its name
        }
    }
}
