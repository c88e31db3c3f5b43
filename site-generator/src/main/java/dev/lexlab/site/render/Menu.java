package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
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
    /** UTF-8: a hundred pages get the same bytes. */
    private final List<byte[]> texts = new ArrayList<>();
    /** Each after the text of its place. */
    private final List<Link> links = new ArrayList<>();

    /** @param rendered as its template wrote it */
    Menu(String rendered) {
        StringBuilder whole = new StringBuilder();
        Matcher mark = MARK.matcher(rendered);
        while (mark.find()) {
            int begin = whole.length();
            mark.appendReplacement(whole, "");
            texts.add(whole.substring(begin).getBytes(UTF_8));
            links.add(new Link(mark.group(2), mark.group(1).equals("part")));
        }
        int begin = whole.length();
        mark.appendTail(whole);
        texts.add(whole.substring(begin).getBytes(UTF_8));
        text = whole.toString();
    }

    /** Where a link leads to, and whether it stands for a part of the site. */
    private record Link(String url, boolean part) {}

    /** As it stands on a page that it does not lead to. */
    public String text() {
        return text;
    }

    /** Adds it as it stands on a page, in UTF-8. */
    void addTo(ByteArrayOutputStream html, String page, String area) {
        for (int i = 0; i < links.size(); i++) {
            html.writeBytes(texts.get(i));
            Link link = links.get(i);
            if (link.url().equals(page)) {
                html.writeBytes(THE_PAGE);
            } else if (link.part() && link.url().equals(area)) {
                html.writeBytes(ITS_PART);
            }
        }
        html.writeBytes(texts.get(links.size()));
    }
}
