package dev.lexlab.check.declared;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of the file, in which <code>${name}</code> stands for what was drawn. */
record Template(String text, Place place) {
    private static final Pattern NAME = Pattern.compile("(\\$?)\\$\\{([^}]*)}");

    String fill(Map<String, String> drawn) {
        Matcher name = NAME.matcher(text);
        return name.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).isEmpty()
                        ? String.valueOf(drawn.get(found.group(2)))
                        : found.group().substring(1)));
    }

    void refuseUnknownNames(Collection<String> known, Problems problems) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (name.group(1).isEmpty() && !known.contains(name.group(2))) {
                String hint = DidYouMean.hint(name.group(2), known);
                problems.add(
                        place,
                        "'" + name.group() + "' is not drawn",
                        (hint.isEmpty() ? "name it under 'draw:'" : hint) + ", or write $" + name.group()
                                + " for a variable of the shell");
            }
        }
    }
}
