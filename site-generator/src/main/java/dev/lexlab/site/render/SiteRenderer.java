package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Unchanged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The door: a site as data to the files that are served. Same site, same bytes. Safe to use from several threads. */
public final class SiteRenderer {
    private final Templates templates = new Templates();
    private final Theme theme = Theme.load();
    private final Unchanged unchanged = new Unchanged();

    /**
     * What a site consists of, before any page is rendered.
     *
     * @param live whether pages listen for the local server's news; never in what is published
     */
    public synchronized Edition edition(Site site, boolean live) {
        unchanged.next();
        templates.forgetMenus();
        PageModels models = new PageModels(site, theme, live, unchanged);
        List<Page> pages = new Pages(site, unchanged).all();
        Moves moves = new Moves(site, pages);
        List<Sheet> sheets = new ArrayList<>(Parallel.map(pages, page -> models.of(page, moves.of(page.url()))));
        moves.pages().forEach((url, move) -> sheets.add(models.of(url, move, moves.of(url))));
        Set<String> taken = new HashSet<>();
        for (Sheet sheet : sheets) {
            if (!taken.add(sheet.url())) {
                throw new IllegalStateException("two pages want the address '" + sheet.url() + "'");
            }
        }
        SortedMap<String, byte[]> files = new TreeMap<>(theme.files(live));
        if (moves.areThere()) {
            files.put(Moves.FOR_HOSTS, moves.forHosts());
            files.putAll(theme.filesForMoves());
        }
        files.put("_headers", SecurityPolicy.headersFile().getBytes(UTF_8));
        return new Edition(sheets, files);
    }

    public Rendered render(Sheet sheet) {
        return templates.render(sheet);
    }

    /**
     * A whole site.
     *
     * @param sheets its pages
     * @param files all that is no page: bytes by address from the site's root
     */
    public record Edition(List<Sheet> sheets, SortedMap<String, byte[]> files) {}
}
