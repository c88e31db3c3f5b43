package dev.lexlab.site.build;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.highlight.Highlighter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Colours code while the site is built, so that readers need no script for it. */
final class CodeBlocks {
    private static final String LANGUAGE = "language-";

    private final Highlighter highlighter;
    private final Problems problems;

    CodeBlocks(Highlighter highlighter, Problems problems) {
        this.highlighter = highlighter;
        this.problems = problems;
    }

    void highlight(Draft draft) {
        for (Element code : draft.code()) {
            Optional<String> language = code.classNames().stream()
                    .filter(name -> name.startsWith(LANGUAGE))
                    .map(name -> name.substring(LANGUAGE.length()))
                    .findFirst();
            if (language.isPresent() && !highlighter.languages().contains(language.get())) {
                problems.add(
                        draft.find(language.get()),
                        "code language '" + language.get() + "' is not known",
                        DidYouMean.hint(language.get(), highlighter.languages()));
            } else if (language.isPresent()) {
                Map<Integer, List<Element>> callouts = callouts(code);
                highlighter.colour(language.get(), code.wholeText(), code);
                putBack(callouts, code);
            }
            Optional.ofNullable(code.parent()).ifPresent(pre -> pre.attr("tabindex", "0"));
        }
    }

    /** By the line they stand in, from 0. They have no text of their own. */
    private static Map<Integer, List<Element>> callouts(Element code) {
        Map<Integer, List<Element>> callouts = new TreeMap<>();
        int line = 0;
        for (Node node : code.childNodes()) {
            if (node instanceof TextNode text) {
                line += (int) text.getWholeText().chars().filter(c -> c == '\n').count();
            } else if (node instanceof Element element) {
                callouts.computeIfAbsent(line, any -> new ArrayList<>()).add(element);
            }
        }
        return callouts;
    }

    private static void putBack(Map<Integer, List<Element>> callouts, Element code) {
        if (callouts.isEmpty()) {
            return;
        }
        int line = 0;
        for (TextNode text : code.nodeStream(TextNode.class).toList()) {
            TextNode rest = text;
            int end = rest.getWholeText().indexOf('\n');
            while (end >= 0) {
                TextNode after = end == 0 ? rest : rest.splitText(end);
                callouts.getOrDefault(line, List.of()).forEach(after::before);
                line++;
                rest = after;
                end = rest.getWholeText().indexOf('\n', 1);
            }
        }
        code.appendChildren(callouts.getOrDefault(line, List.of()));
    }
}
