package dev.lexlab.site.build;

import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.model.SortKey;
import dev.lexlab.site.model.Source;
import dev.lexlab.site.model.Unchanged;
import dev.lexlab.site.parse.RawSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sources, and which terms rest on each. */
final class CitedSources {
    private final Map<String, Source> sources = new LinkedHashMap<>();

    CitedSources(Map<String, RawSource> raw, Glossary glossary, Bodies bodies, Unchanged unchanged) {
        Map<String, List<String>> citing = new LinkedHashMap<>();
        for (Entry entry : glossary.all()) {
            List<String> ids = new ArrayList<>(bodies.sources(entry.url()));
            entry.about().further().stream().map(YamlText::text).forEach(ids::add);
            ids.forEach(id ->
                    citing.computeIfAbsent(id, unused -> new ArrayList<>()).add(entry.slug()));
        }
        raw.forEach((id, source) -> sources.put(
                id,
                unchanged.part(
                        "source",
                        id,
                        new Source(
                                id,
                                source.title(),
                                source.by(),
                                source.url(),
                                source.licence(),
                                source.read(),
                                glossary.byTitle(citing.getOrDefault(id, List.of()))))));
    }

    /** By title. */
    List<Source> all() {
        return SortKey.sorted(sources.values(), Source::title, Source::id);
    }

    /** Those of a list of ids that are known. */
    List<Source> of(List<String> ids) {
        return ids.stream().map(sources::get).filter(Objects::nonNull).toList();
    }
}
