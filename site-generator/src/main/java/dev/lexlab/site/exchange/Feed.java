package dev.lexlab.site.exchange;

import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Site;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed last, an Atom feed (RFC 4287). A page is an entry once, with the day of its last change. */
final class Feed {
    static final String ADDRESS = "changes.xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int MOST = 30;

    private Feed() {}

    /** What a feed says of a page. */
    private record Entry(String page, String title, String summary, String day) {}

    /** None where the history says no day of any page. */
    static Optional<byte[]> of(Site site) {
        List<Entry> entries = entries(site);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Xml.document("feed", NAMESPACE, feed -> {
            String home = site.absolute("").orElseThrow();
            feed.text("id", home);
            feed.text("title", site.title());
            if (!site.tagline().isEmpty()) {
                feed.text("subtitle", site.tagline());
            }
            feed.text("updated", midnight(entries.get(0).day()));
            feed.empty("link", Map.of("href", home));
            feed.empty("link", Map.of("href", site.absolute(ADDRESS).orElseThrow(), "rel", "self"));
            feed.element("author", author -> author.text("name", site.title()));
            for (Entry entry : entries) {
                String url = site.absolute(entry.page()).orElseThrow();
                feed.element("entry", written -> {
                    written.text("id", url);
                    written.text("title", entry.title());
                    written.text("updated", midnight(entry.day()));
                    written.empty("link", Map.of("href", url));
                    written.text("summary", entry.summary());
                });
            }
        }));
    }

    private static List<Entry> entries(Site site) {
        Map<String, Entry> byPage = new HashMap<>();
        site.terms()
                .values()
                .forEach(term -> site.dayOf(term.url())
                        .ifPresent(day -> byPage.put(
                                term.url(),
                                new Entry(term.url(), term.title(), PlainText.of(term.definition()), day))));
        site.labs().stream()
                .flatMap(lab -> lab.tasks().stream())
                .forEach(task -> site.dayOf(task.url())
                        .ifPresent(day ->
                                byPage.put(task.url(), new Entry(task.url(), task.title(), task.summary(), day))));
        return byPage.values().stream()
                .sorted(Comparator.comparing(Entry::day).reversed().thenComparing(Entry::page))
                .limit(MOST)
                .toList();
    }

    private static String midnight(String day) {
        return day + "T00:00:00Z";
    }
}
