package dev.lexlab.site.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Source;
import dev.lexlab.site.model.Term;
import tools.jackson.core.JsonGenerator;

/**
 * The glossary as data, {@code lexlab/glossary/v1}:
 *
 * <pre>{
 *  "schema": "lexlab/glossary/v1", "title": …, "tagline": …, "url": …,        the url only where a host is known
 *  "concepts": [{"id", "title", "summary", "terms": [id …]} …],               in reading order, the headword first
 *  "terms": [{"id", "title", "plural"?, "aliases": […], "concept", "level", "definition", "page",
 *             "requires": [id …], "seeAlso": [id …], "usedBy": [id …],
 *             "sources": [{"title", "by", "url", "licence", "read"} …],
 *             "tasks": [page …]} …]                                            in reading order
 * }</pre>
 *
 * Definitions are plain text, pages are addresses from the site's root.
 */
final class GlossaryJson {
    private static final String SCHEMA = "lexlab/glossary/v1";

    private GlossaryJson() {}

    static byte[] of(Site site) {
        return (Json.write(json -> write(json, site)) + "\n").getBytes(UTF_8);
    }

    private static void write(JsonGenerator json, Site site) {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        json.writeStringProperty("title", site.title());
        json.writeStringProperty("tagline", site.tagline());
        site.absolute("").ifPresent(url -> json.writeStringProperty("url", url));
        json.writeName("concepts");
        json.writeStartArray();
        site.concepts().forEach(concept -> {
            json.writeStartObject();
            json.writeStringProperty("id", concept.slug());
            json.writeStringProperty("title", concept.title());
            json.writeStringProperty("summary", concept.summary());
            Json.strings(
                    json,
                    "terms",
                    concept.inReadingOrder().stream().map(Term::slug).toList());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeName("terms");
        json.writeStartArray();
        site.terms().values().forEach(term -> write(json, term));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Term term) {
        json.writeStartObject();
        json.writeStringProperty("id", term.slug());
        json.writeStringProperty("title", term.title());
        term.plural().ifPresent(plural -> json.writeStringProperty("plural", plural));
        Json.strings(json, "aliases", term.aliases());
        json.writeStringProperty("concept", term.concept());
        json.writeStringProperty("level", term.level());
        json.writeStringProperty("definition", PlainText.of(term.definition()));
        json.writeStringProperty("page", term.url());
        Json.strings(json, "requires", term.requires());
        Json.strings(json, "seeAlso", term.seeAlso());
        Json.strings(json, "usedBy", term.usedBy());
        json.writeName("sources");
        json.writeStartArray();
        term.sources().forEach(source -> write(json, source));
        json.writeEndArray();
        Json.strings(
                json, "tasks", term.tasks().stream().map(Term.TaskLink::url).toList());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Source source) {
        json.writeStartObject();
        json.writeStringProperty("title", source.title());
        json.writeStringProperty("by", source.by());
        json.writeStringProperty("url", source.url());
        json.writeStringProperty("licence", source.licence());
        json.writeStringProperty("read", source.read());
        json.writeEndObject();
    }
}
