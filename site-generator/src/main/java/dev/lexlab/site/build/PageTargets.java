package dev.lexlab.site.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What links can lead to: every page by its file. */
final class PageTargets {
    private final SortedMap<Path, Target> byFile;

    PageTargets(Map<Path, Target> byFile) {
        this.byFile = new TreeMap<>(byFile);
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

    /** Files of pages, as seen from a folder. */
    List<String> seenFrom(Path folder) {
        List<String> paths = new ArrayList<>();
        byFile.keySet()
                .forEach(file -> paths.add(folder.relativize(file).toString().replace('\\', '/')));
        return paths;
    }
}
