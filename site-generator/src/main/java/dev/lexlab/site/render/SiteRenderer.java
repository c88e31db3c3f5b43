package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.site.model.Site;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The door: a site as data to the files that are served. Same site, same bytes. */
public final class SiteRenderer {
    private final Templates templates = new Templates();
    private final Theme theme = Theme.load();

    /**
     * Renders every file.
     *
     * @param live whether pages listen for the local server's news; never in what is published
     * @return bytes by address from the site's root, with forward slashes
     */
    public SortedMap<String, byte[]> render(Site site, boolean live) {
        SortedMap<String, byte[]> files = new TreeMap<>(theme.files(live));
        PageModels models = new PageModels(site, theme, live);
        List<Page> pages = new Pages(site).all();
        Moves moves = new Moves(site, pages);
        for (Page page : pages) {
            byte[] html = templates
                    .render(page.template(), models.of(page, moves.of(page.url())))
                    .getBytes(UTF_8);
            if (files.put(page.url(), html) != null) {
                throw new IllegalStateException("two pages want the address '" + page.url() + "'");
            }
        }
        moves.pages()
                .forEach((url, move) -> files.put(
                        url,
                        templates
                                .render("moved", models.of(url, move, moves.of(url)))
                                .getBytes(UTF_8)));
        if (moves.areThere()) {
            files.put(Moves.FOR_HOSTS, moves.forHosts());
            files.putAll(theme.filesForMoves());
        }
        files.put("_headers", SecurityPolicy.headersFile().getBytes(UTF_8));
        return files;
    }
}
