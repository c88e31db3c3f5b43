package dev.lexlab.site.pipeline;

import dev.lexlab.site.dom.HtmlReader;
import dev.lexlab.site.render.Menu;
import dev.lexlab.site.scan.HiddenText;
import dev.lexlab.site.verify.Folder;
import dev.lexlab.site.verify.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the pages of a site have in common, each read once. Safe to use from several threads. */
final class SharedParts {
    private final Map<Menu, Seen> menus = new ConcurrentHashMap<>();
    private final Map<String, Folder> folders = new ConcurrentHashMap<>();
    private final Map<Frame, Folder.Shared> shared = new ConcurrentHashMap<>();

    private final Map<Menu, Optional<String>> hidden = new ConcurrentHashMap<>();

    private record Frame(Folder folder, List<Menu> menus) {}

    /** Of a page. */
    Folder.Shared of(String url, List<Menu> shown) {
        Folder folder = folders.computeIfAbsent(url.substring(0, url.lastIndexOf('/') + 1), any -> new Folder(url));
        return shared.computeIfAbsent(
                new Frame(folder, shown),
                frame -> folder.shared(frame.menus().stream().map(this::seen).toList()));
    }

    /** The first mark in menus of what readers must never see. */
    Optional<String> hidden(List<Menu> shown) {
        return shown.stream()
                .flatMap(menu -> hidden.computeIfAbsent(menu, any -> HiddenText.find(any.text())).stream())
                .findFirst();
    }

    private Seen seen(Menu menu) {
        return menus.computeIfAbsent(menu, any -> Seen.in(HtmlReader.fragment(any.text())));
    }
}
