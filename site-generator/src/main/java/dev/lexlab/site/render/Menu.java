package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part that many pages have in common, but for the marks at its links that say where its reader is. Equal ones are one object: a menu
 * is compared by identity.
 */
public final class Menu {
    /** What the templates of menus write at a link. */
    private static final Pattern MARK = Pattern.compile("<!--mark (part|page) ([^ >]+)-->");

    private static final byte[] THE_PAGE = " aria-current=\"page\"".getBytes(UTF_8);
    private static final byte[] ITS_PART = " aria-current=\"true\"".getBytes(UTF_8);

    private final String text;
    /** The same in UTF-8: a hundred pages have these bytes. */
    private final byte[] bytes;
    /** Where marks can stand, by where the link leads; in the order of the text. */
    private final Map<String, List<Link>> links = new HashMap<>();

    /** @param rendered as its template wrote it */
    Menu(String rendered) {
        StringBuilder whole = new StringBuilder();
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        Matcher mark = MARK.matcher(rendered);
        while (mark.find()) {
            int begin = whole.length();
            mark.appendReplacement(whole, "");
            encoded.writeBytes(whole.substring(begin).getBytes(UTF_8));
            Link link = new Link(encoded.size(), mark.group(1).equals("part"));
            links.computeIfAbsent(mark.group(2), any -> new ArrayList<>()).add(link);
        }
        int begin = whole.length();
        mark.appendTail(whole);
        encoded.writeBytes(whole.substring(begin).getBytes(UTF_8));
        text = whole.toString();
        bytes = encoded.toByteArray();
    }

    /**
     * A link that can have a mark.
     *
     * @param place of the mark among the bytes
     * @param part whether it stands for a part of the site
     */
    private record Link(int place, boolean part) {}

    /** As it stands on a page that it does not lead to. */
    public String text() {
        return text;
    }

    /** Adds it as it stands on a page, in UTF-8. The bytes are those of all pages, and nobody's to change. */
    void addTo(List<ByteBuffer> html, String page, String area) {
        SortedMap<Integer, byte[]> marks = new TreeMap<>();
        for (Link link : links.getOrDefault(page, List.of())) {
            marks.put(link.place(), THE_PAGE);
        }
        for (Link link : links.getOrDefault(area, List.of())) {
            if (link.part()) {
                marks.putIfAbsent(link.place(), ITS_PART);
            }
        }
        int written = 0;
        for (Map.Entry<Integer, byte[]> mark : marks.entrySet()) {
            html.add(ByteBuffer.wrap(bytes, written, mark.getKey() - written));
            html.add(ByteBuffer.wrap(mark.getValue()));
            written = mark.getKey();
        }
        html.add(ByteBuffer.wrap(bytes, written, bytes.length - written));
    }
}
