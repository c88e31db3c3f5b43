package dev.lexlab.site.build;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.highlight.Highlighter;
import java.util.Optional;
import org.jsoup.nodes.Element;

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
        for (Element code : draft.body().select("pre > code")) {
            Optional<String> language = code.classNames().stream()
                    .filter(name -> name.startsWith(LANGUAGE))
                    .map(name -> name.substring(LANGUAGE.length()))
                    .findFirst();
            if (language.isPresent() && !highlighter.languages().contains(language.get())) {
                problems.add(
                        draft.find(language.get()),
                        "code language '" + language.get() + "' is not known",
                        DidYouMean.hint(language.get(), highlighter.languages()));
            } else if (language.isPresent() && code.childrenSize() == 0) {
                code.html(highlighter.html(language.get(), code.wholeText()));
            }
            Optional.ofNullable(code.parent()).ifPresent(pre -> pre.attr("tabindex", "0"));
        }
    }
}
