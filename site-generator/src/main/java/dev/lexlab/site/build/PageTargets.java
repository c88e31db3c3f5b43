package dev.lexlab.site.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What links can lead to: every page by its file. */
final class PageTargets {
    private final Map<Path, Target> byFile;

    PageTargets(Map<Path, Target> byFile) {
        this.byFile = Map.copyOf(byFile);
    }

    /**
     * A page as links see it.
     *
     * @param url from the site's root
     * @param anchors ids in its body and the words they stand for
     */
    record Target(String url, String title, Map<String, String> anchors) {}

    Optional<Target> at(Path file) {
        return Optional.ofNullable(byFile.get(file));
    }

    /** Files of pages by name, as seen from a folder. */
    List<String> seenFrom(Path folder) {
        return byFile.keySet().stream()
                .sorted()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }
}
