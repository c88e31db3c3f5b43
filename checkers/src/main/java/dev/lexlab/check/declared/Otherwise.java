package dev.lexlab.check.declared;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a learner is told where a step does not find what it expects.
 *
 * @param when for which of its outcomes; empty is for every one
 * @param expected in other words than those of the expectation
 * @param invalid the file that cannot be used; then the verdict is INVALID
 * @param line finds its line in what was said
 */
record Otherwise(
        Optional<Expectation> when,
        Optional<Template> summary,
        Optional<Template> expected,
        Optional<Template> next,
        Optional<String> diagnosis,
        Optional<String> term,
        Optional<String> invalid,
        Optional<Pattern> line) {

    Stream<Template> templates() {
        return Stream.of(
                        when.stream().flatMap(Expectation::templates),
                        summary.stream(),
                        expected.stream(),
                        next.stream())
                .flatMap(texts -> texts);
    }
}
