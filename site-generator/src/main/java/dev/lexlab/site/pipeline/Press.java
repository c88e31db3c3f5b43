package dev.lexlab.site.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.site.dom.HtmlReader;
import dev.lexlab.site.exchange.Twins;
import dev.lexlab.site.render.Rendered;
import dev.lexlab.site.render.Sheet;
import dev.lexlab.site.render.SiteRenderer;
import dev.lexlab.site.scan.HiddenText;
import dev.lexlab.site.verify.PageFacts;
import dev.lexlab.site.verify.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;

/**
 * Sheets to pages, on all processors. Each page is parsed once, and each menu, for all that is read off it, and let go at once: the
 * trees of a big site's pages would take more memory than everything else. What was printed from an equal sheet before is taken as it
 * is.
 */
final class Press {
    private final SiteRenderer renderer;
    private Map<String, Kept> byUrl = new HashMap<>();
    private Set<String> lastingBefore = Set.of();

    Press(SiteRenderer renderer) {
        this.renderer = renderer;
    }

    SiteRenderer renderer() {
        return renderer;
    }

    /**
     * A page and what goes with it. Equal pages of two builds are one object.
     *
     * @param html UTF-8, made whenever it is asked for
     * @param twin the same; none for what is no page of its own
     */
    record Printed(Supplier<byte[]> html, PageFacts facts, Optional<Supplier<byte[]>> twin) {}

    private record Kept(Sheet sheet, Printed page) {}

    /** Lets this page be printed again. */
    void forget(String url) {
        byUrl.remove(url);
    }

    /** By address. */
    SortedMap<String, Printed> print(List<Sheet> sheets) {
        Set<String> lasting =
                sheets.stream().filter(Sheet::lasting).map(Sheet::url).collect(toSet());
        if (!lasting.equals(lastingBefore)) {
            byUrl = new HashMap<>(); // twins lead to each other, so each of them knows which there are
            lastingBefore = lasting;
        }
        Twins twins = new Twins(lasting);
        SharedParts shared = new SharedParts();
        List<Kept> now = Parallel.map(sheets, sheet -> printed(sheet, twins, shared));
        SortedMap<String, Printed> pages = new TreeMap<>();
        Map<String, Kept> kept = new HashMap<>();
        now.forEach(page -> {
            pages.put(page.sheet().url(), page.page());
            kept.put(page.sheet().url(), page);
        });
        byUrl = kept;
        return pages;
    }

    private Kept printed(Sheet sheet, Twins twins, SharedParts shared) {
        Kept before = byUrl.get(sheet.url());
        if (before != null && before.sheet().equals(sheet)) {
            return before;
        }
        Rendered rendered = renderer.render(sheet);
        Document page = HtmlReader.page(rendered.text());
        Optional<String> hidden = HiddenText.find(rendered.text()).or(() -> shared.hidden(rendered.menus()));
        PageFacts facts = PageFacts.of(sheet.url(), hidden, Seen.in(page), shared.of(sheet.url(), rendered.menus()));
        Optional<Supplier<byte[]>> twin = Optional.empty();
        if (sheet.lasting()) {
            byte[] text = twins.text(sheet.url(), page).getBytes(UTF_8);
            twin = Optional.of(() -> text);
        }
        return new Kept(sheet, new Printed(rendered.html(), facts, twin));
    }
}
