package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/** What a term's page says about itself, as its author wrote it; nothing is looked up yet. */
public record FrontMatter(
        Place place,
        YamlText term,
        List<YamlText> aliases,
        Optional<YamlText> plural,
        String level,
        List<YamlText> requires,
        List<YamlText> seeAlso,
        String definition,
        List<YamlText> sources,
        List<YamlText> further,
        List<RawMyth> myths) {

    public FrontMatter {
        aliases = List.copyOf(aliases);
        requires = List.copyOf(requires);
        seeAlso = List.copyOf(seeAlso);
        sources = List.copyOf(sources);
        further = List.copyOf(further);
        myths = List.copyOf(myths);
    }

    /** Plain text with {@code `code`}. */
    public record RawMyth(String belief, String truth, String see) {}
}
