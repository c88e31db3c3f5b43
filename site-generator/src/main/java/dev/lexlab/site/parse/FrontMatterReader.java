package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** YAML between fences, or the header of a document in AsciiDoc, to {@link FrontMatter}. */
public final class FrontMatterReader {
    private final Problems problems;
    private final FrontMatterRules rules;

    public FrontMatterReader(Problems problems) {
        this.problems = problems;
        this.rules = new FrontMatterRules(problems);
    }

    /** Empty where there is none or it is no YAML, which is then among the problems. */
    public Optional<FrontMatter> read(SourceText source) {
        if (source.frontMatter().isEmpty()) {
            if (source.body().stream().anyMatch(line -> isFenceAtTheTop(line, source))) {
                return Optional.empty(); // it never ends, which was told when it was read
            }
            if (source.header().isPresent()) {
                return Optional.of(
                        new HeaderReader(rules, problems).read(source.header().get()));
            }
            problems.add(
                    Place.of(source.name(), 1),
                    "there is no front matter",
                    "begin the file with '---', then 'term:', 'level:', 'definition:' and 'sources:', and '---' again"
                            + (source.markup() == Markup.ASCIIDOC
                                    ? "; or with '= Title' and :level:, :description: and :sources: below it"
                                    : ""));
            return Optional.empty();
        }
        return Yaml.read(source.name(), source.frontMatter().get(), 1, problems).map(this::frontMatter);
    }

    private static boolean isFenceAtTheTop(SourceText.Line line, SourceText source) {
        return line.number() == 1 && line.text().equals("---") && line.file().equals(source.name());
    }

    private FrontMatter frontMatter(YamlMap yaml) {
        FrontMatter read = new FrontMatter(
                yaml.place(),
                new YamlText(yaml.text("term"), yaml.place("term")),
                texts(yaml, "aliases"),
                yaml.optionalText("plural").map(text -> new YamlText(text, yaml.place("plural"))),
                rules.level(yaml.text("level"), yaml.place("level")),
                texts(yaml, "requires"),
                texts(yaml, "see-also"),
                rules.definition(yaml.text("definition"), yaml.place("definition")),
                texts(yaml, "sources"),
                texts(yaml, "further"),
                myths(yaml));
        yaml.refuseUnknownKeys();
        if (read.sources().isEmpty()) {
            problems.add(yaml.place("sources"), "there is no source", "add 'sources: [id]', an id of sources.yml");
        }
        return read;
    }

    private List<YamlText> texts(YamlMap yaml, String key) {
        return rules.distinct(key, yaml.texts(key));
    }

    private static List<FrontMatter.RawMyth> myths(YamlMap yaml) {
        List<FrontMatter.RawMyth> myths = new ArrayList<>();
        for (YamlMap myth : yaml.maps("myths")) {
            myths.add(new FrontMatter.RawMyth(
                    myth.text("belief").strip(),
                    myth.text("truth").strip(),
                    myth.optionalText("see").orElse("").strip()));
            myth.refuseUnknownKeys();
        }
        return myths;
    }
}
