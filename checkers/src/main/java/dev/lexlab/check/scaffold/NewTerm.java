package dev.lexlab.check.scaffold;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The door to a page for a term. */
public final class NewTerm {

    private NewTerm() {}

    /**
     * Makes one.
     *
     * @param where {@code CONCEPT/SLUG}
     * @param definition one sentence; a page without one is none
     * @param name as it is written in text; from the slug where empty
     * @param source id of what it cites; what the concept cites first where empty
     */
    public static Made make(
            Course course, String where, Optional<String> definition, Optional<String> name, Optional<String> source)
            throws Refused, IOException {
        String[] parts = where.split("/", -1);
        if (parts.length != 2) {
            throw new Refused("a term is named CONCEPT/SLUG, like postgres/wal, not '" + where + "'");
        }
        Pages pages = new Pages(course);
        String concept = Slugs.concept(parts[0]);
        String slug = Slugs.term(parts[1]);
        if (!pages.hasConcept(concept)) {
            String hint = pages.hint(concept);
            throw new Refused("there is no concept '" + concept + "'" + (hint.isEmpty() ? "" : "; " + hint));
        }
        Optional<String> there = pages.term(slug);
        if (there.isPresent()) {
            throw new Refused("there is a term '" + slug + "' already: " + there.get());
        }
        String sentence = sentence(definition, where);
        String cited = source(pages, concept, source);
        NewFiles files = new NewFiles(course.root());
        Words words = new Words()
                .put("headword", pages.headword(concept).orElse(concept))
                .put("term-name", Words.yaml(name.orElse(Slugs.spelled(slug))))
                .put("definition", Words.yaml(sentence))
                .put("sentence", sentence)
                .put("source", cited);
        files.add("content/" + concept + "/terms/" + slug + ".md", words.in(Resources.text("term/term.md")));
        files.write();
        return new Made(
                files.paths(),
                List.of("its place in the reading order is under 'terms:' in content/site.yml; unlisted ones follow"),
                List.of("./lexlab serve", "./lexlab term " + slug));
    }

    private static String sentence(Optional<String> definition, String where) throws Refused {
        if (definition.isEmpty() || definition.get().isBlank()) {
            throw new Refused("say in one sentence what it means: ./lexlab new term " + where + " --definition \"…\"");
        }
        String sentence = definition.get().strip().replaceAll("\\s+", " ");
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String source(Pages pages, String concept, Optional<String> source) throws Refused, IOException {
        Set<String> known = pages.sources();
        if (source.isPresent()) {
            if (!known.contains(source.get())) {
                String hint = DidYouMean.hint(source.get(), known);
                throw new Refused("there is no source '" + source.get() + "'; "
                        + (hint.isEmpty() ? "add it to content/sources.yml, with the day you read it" : hint));
            }
            return source.get();
        }
        return pages.firstSource(concept)
                .filter(known::contains)
                .orElseThrow(() -> new Refused(
                        "say what the term cites with --source ID, an id of content/sources.yml: " + some(known)));
    }

    private static String some(Set<String> known) {
        return known.isEmpty()
                ? "there is none yet"
                : String.join(", ", known.stream().limit(8).toList()) + ", …";
    }
}
