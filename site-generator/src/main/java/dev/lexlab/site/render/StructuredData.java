package dev.lexlab.site.render;

import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a page is about in the words of schema.org, as JSON-LD for a {@code script} element that nobody runs.
 *
 * @param json safe inside that element: it holds no {@code <}
 */
record StructuredData(String json) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The glossary as a whole. */
    static StructuredData of(Site site) {
        return written(json -> {
            type(json, "DefinedTermSet");
            text(json, "name", site.title());
            text(json, "description", site.tagline());
            site.absolute("").ifPresent(url -> text(json, "url", url));
            text(json, "inLanguage", "en");
        });
    }

    static StructuredData of(Site site, Term term) {
        return written(json -> {
            type(json, "DefinedTerm");
            text(json, "name", term.title());
            List<String> others = new ArrayList<>(term.aliases());
            term.plural().ifPresent(others::add);
            texts(json, "alternateName", others);
            text(json, "termCode", term.slug());
            text(json, "description", PlainText.of(term.definition()));
            site.absolute(term.url()).ifPresent(url -> text(json, "url", url));
            json.writeName("inDefinedTermSet");
            json.writeStartObject();
            text(json, "@type", "DefinedTermSet");
            text(json, "name", site.title());
            site.absolute("").ifPresent(url -> text(json, "url", url));
            json.writeEndObject();
        });
    }

    static StructuredData of(Site site, LabPage lab) {
        return written(json -> {
            exercise(json, lab.title(), lab.summary(), site.absolute(lab.url()));
            json.writeName("hasPart");
            json.writeStartArray();
            for (LabPage.TaskPage task : lab.tasks()) {
                json.writeStartObject();
                text(json, "@type", "LearningResource");
                text(json, "name", task.title());
                site.absolute(task.url()).ifPresent(url -> text(json, "url", url));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static StructuredData of(Site site, LabPage.TaskPage task) {
        return written(json -> {
            exercise(json, task.title(), task.summary(), site.absolute(task.url()));
            text(json, "timeRequired", "PT" + task.minutes() + "M");
            text(json, "educationalLevel", "difficulty " + task.difficulty() + " of 5");
            texts(
                    json,
                    "teaches",
                    task.terms().stream()
                            .flatMap(slug -> Optional.ofNullable(site.terms().get(slug)).stream())
                            .map(Term::title)
                            .toList());
        });
    }

    private static void exercise(JsonGenerator json, String title, String summary, Optional<String> url) {
        type(json, "LearningResource");
        text(json, "name", title);
        text(json, "description", summary.replace("`", ""));
        url.ifPresent(address -> text(json, "url", address));
        text(json, "learningResourceType", "exercise");
        text(json, "interactivityType", "active");
        text(json, "inLanguage", "en");
    }

    private static StructuredData written(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return new StructuredData(text.toString().replace("<", "\\u003c")); // in JSON it stands in strings only
    }

    private static void type(JsonGenerator json, String name) {
        text(json, "@context", "https://schema.org");
        text(json, "@type", name);
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void texts(JsonGenerator json, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            json.writeName(name);
            json.writeStartArray();
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
