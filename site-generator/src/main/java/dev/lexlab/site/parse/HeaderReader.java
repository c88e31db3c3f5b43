package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.scan.AsciidocHeader;
import dev.lexlab.site.scan.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header of a document in AsciiDoc to {@link FrontMatter}: its title is the term, its attributes are the keys, lists are words
 * between commas, and {@code :description:} is the definition, as other tools have it. Myths are written in YAML alone.
 */
final class HeaderReader {
    private final FrontMatterRules rules;
    private final Problems problems;

    HeaderReader(FrontMatterRules rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    FrontMatter read(AsciidocHeader header) {
        Place place = place(header.title());
        Optional<YamlText> definition = text(header, "definition").or(() -> text(header, "description"));
        List<YamlText> sources = texts(header, "sources");
        if (definition.isEmpty()) {
            problems.add(
                    place,
                    "this document has no definition",
                    "add ':description:' below the title, with one sentence that says what it is about");
        }
        if (text(header, "level").isEmpty()) {
            missing(place, "level", "beginner");
        }
        if (sources.isEmpty()) {
            missing(place, "sources", "an id of sources.yml");
        }
        return new FrontMatter(
                place,
                text(header, "term").orElse(new YamlText(header.title().text(), place)),
                texts(header, "aliases"),
                text(header, "plural"),
                text(header, "level")
                        .map(level -> rules.level(level.text(), level.place()))
                        .orElse(""),
                texts(header, "requires"),
                texts(header, "see-also"),
                definition
                        .map(sentence -> rules.definition(sentence.text(), sentence.place()))
                        .orElse(""),
                sources,
                texts(header, "further"),
                List.of());
    }

    private void missing(Place place, String key, String value) {
        problems.add(
                place,
                "this document has no '" + key + "'",
                "add ':" + key + ": " + value + "' below the title, or for all pages under 'attributes:' in site.yml");
    }

    private static Optional<YamlText> text(AsciidocHeader header, String key) {
        return Optional.ofNullable(header.attributes().get(key))
                .filter(line -> !line.text().isBlank())
                .map(line -> new YamlText(line.text().strip(), place(line)));
    }

    private List<YamlText> texts(AsciidocHeader header, String key) {
        return text(header, key)
                .map(list -> rules.distinct(
                        key,
                        Arrays.stream(list.text().split(",", -1))
                                .map(word -> new YamlText(word.strip(), list.place()))
                                .toList()))
                .orElse(List.of());
    }

    private static Place place(SourceText.Line line) {
        return Place.of(line.file(), line.number());
    }
}
