package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds terms that require each other: nobody could begin to read them. */
final class Circles {
    private final Map<String, Entry> entries;
    private final Problems problems;
    private final Set<String> done = new HashSet<>();

    Circles(Map<String, Entry> entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    void refuse() {
        new TreeSet<>(entries.keySet()).forEach(slug -> follow(slug, new ArrayList<>()));
    }

    private void follow(String slug, List<String> path) {
        Entry entry = entries.get(slug);
        if (entry == null || done.contains(slug)) {
            return;
        }
        path.add(slug);
        for (YamlText next : entry.about().requires()) {
            int begin = path.indexOf(next.text());
            if (begin >= 0) {
                List<String> circle = new ArrayList<>(path.subList(begin, path.size()));
                circle.add(next.text());
                problems.add(
                        next.place(),
                        "terms require each other in a circle: " + String.join(" -> ", circle),
                        "take one of these requirements away");
            } else {
                follow(next.text(), path);
            }
        }
        path.remove(path.size() - 1);
        done.add(slug);
    }
}
