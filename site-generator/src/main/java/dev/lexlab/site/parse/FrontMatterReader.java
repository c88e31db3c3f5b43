package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** YAML between fences to {@link FrontMatter}; the same keys in both markups. */
public final class FrontMatterReader {
    private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");
    private static final Pattern SECOND_SENTENCE = Pattern.compile("[.!?]\\s+\\p{Lu}");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    private final Problems problems;

    public FrontMatterReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty where there is none or it is no YAML, which is then among the problems. */
    public Optional<FrontMatter> read(SourceText source) {
        if (source.frontMatter().isEmpty()) {
            if (!source.body().isEmpty() && source.body().get(0).text().equals("---")) {
                return Optional.empty(); // it never ends, which was told when it was read
            }
            problems.add(
                    Place.of(source.name(), 1),
                    "there is no front matter",
                    "begin the file with '---', then 'term:', 'level:', 'definition:' and 'sources:', and '---' again");
            return Optional.empty();
        }
        return Yaml.read(source.name(), source.frontMatter().get(), 1, problems).map(this::frontMatter);
    }

    private FrontMatter frontMatter(YamlMap yaml) {
        FrontMatter read = new FrontMatter(
                yaml.place(),
                new YamlText(yaml.text("term"), yaml.place("term")),
                texts(yaml, "aliases"),
                yaml.optionalText("plural").map(text -> new YamlText(text, yaml.place("plural"))),
                level(yaml),
                texts(yaml, "requires"),
                texts(yaml, "see-also"),
                definition(yaml),
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
        List<YamlText> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlText text : yaml.texts(key)) {
            if (text.text().isBlank()) {
                problems.add(text.place(), "'" + key + "' holds an empty entry", "");
            } else if (seen.add(text.text())) {
                texts.add(text);
            } else {
                problems.add(text.place(), "'" + text + "' stands in '" + key + "' a second time", "");
            }
        }
        return texts;
    }

    private String level(YamlMap yaml) {
        String level = yaml.text("level");
        if (!level.isEmpty() && !LEVELS.contains(level)) {
            problems.add(yaml.place("level"), "there is no level '" + level + "'", DidYouMean.hint(level, LEVELS));
        }
        return level;
    }

    private String definition(YamlMap yaml) {
        String definition = yaml.text("definition").strip();
        String words = CODE.matcher(definition).replaceAll("x");
        if (!definition.isEmpty() && !definition.endsWith(".")) {
            problems.add(yaml.place("definition"), "the definition ends without a full stop", "");
        }
        if (SECOND_SENTENCE.matcher(words).find()) {
            problems.add(
                    yaml.place("definition"), "the definition is more than one sentence", "move the rest to the body");
        }
        return definition;
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
