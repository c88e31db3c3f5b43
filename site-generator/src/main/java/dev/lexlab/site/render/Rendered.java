package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A page as text, in the parts it was made of.
 *
 * @param text without menus; a comment stands in the place of each
 * @param own what is the page's own; one more than menus
 * @param menus each after its part of the page's own text
 */
public record Rendered(String url, String area, String text, List<String> own, List<Menu> menus) {
    public Rendered {
        own = List.copyOf(own);
        menus = List.copyOf(menus);
    }

    /**
     * The page as it is served: UTF-8, put together whenever it is asked for. Menus are two fifths of a page's bytes, and pages have them
     * in common until then.
     */
    public Supplier<byte[]> html() {
        List<ByteBuffer> parts = new ArrayList<>();
        for (int i = 0; i < menus.size(); i++) {
            parts.add(ByteBuffer.wrap(own.get(i).getBytes(UTF_8)));
            menus.get(i).addTo(parts, url, area);
        }
        parts.add(ByteBuffer.wrap(own.get(menus.size()).getBytes(UTF_8)));
        return () -> joined(parts);
    }

    private static byte[] joined(List<ByteBuffer> parts) {
        int size = 0;
        for (ByteBuffer part : parts) {
            size += part.remaining();
        }
        ByteBuffer whole = ByteBuffer.allocate(size);
        for (ByteBuffer part : parts) {
            whole.put(part.duplicate());
        }
        return whole.array();
    }
}
