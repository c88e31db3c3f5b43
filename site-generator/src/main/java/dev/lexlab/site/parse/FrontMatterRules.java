package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of front matter must be like, whichever way they are written. */
final class FrontMatterRules {
    private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");
    private static final Pattern SECOND_SENTENCE = Pattern.compile("[.!?]\\s+\\p{Lu}");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    private final Problems problems;

    FrontMatterRules(Problems problems) {
        this.problems = problems;
    }

    List<YamlText> distinct(String key, List<YamlText> texts) {
        List<YamlText> distinct = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlText text : texts) {
            if (text.text().isBlank()) {
                problems.add(text.place(), "'" + key + "' holds an empty entry", "");
            } else if (seen.add(text.text())) {
                distinct.add(text);
            } else {
                problems.add(text.place(), "'" + text + "' stands in '" + key + "' a second time", "");
            }
        }
        return distinct;
    }

    String level(String level, Place place) {
        if (!level.isEmpty() && !LEVELS.contains(level)) {
            problems.add(place, "there is no level '" + level + "'", DidYouMean.hint(level, LEVELS));
        }
        return level;
    }

    String definition(String text, Place place) {
        String definition = text.strip();
        String words = CODE.matcher(definition).replaceAll("x");
        if (!definition.isEmpty() && !definition.endsWith(".")) {
            problems.add(place, "the definition ends without a full stop", "");
        }
        if (SECOND_SENTENCE.matcher(words).find()) {
            problems.add(place, "the definition is more than one sentence", "move the rest to the body");
        }
        return definition;
    }
}
