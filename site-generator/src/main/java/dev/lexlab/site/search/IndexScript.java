package dev.lexlab.site.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Site;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The index as a script of one assignment, because a page that was opened from a disk may load scripts and nothing else. Its value is
 * JSON:
 *
 * <pre>{@code
 * {"version": 1,
 *  "stop": "a an and …",                words that are in no posting
 *  "concepts": ["Containers", …],       titles
 *  "kinds": ["Term", …],
 *  "pages": [[url, [title, another name …], kind, concept, practised, [section, …]], …],
 *                                       section: [anchor, heading, text], and its kind where it is not the page's
 *  "words": "able about …",             sorted by code unit
 *  "postings": "AC… …"}                 one for each word: pairs of steps to the next section and weights, see Digits
 * }</pre>
 */
final class IndexScript {
    /** Raised whenever an older {@code search.js} would misread it. */
    private static final int VERSION = 1;

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final JsonFactory JSON =
            JsonFactory.builder().characterEscapes(new ScriptEscapes()).build();

    private IndexScript() {}

    static byte[] bytes(Site site, List<FoundPage> pages, Postings postings) {
        StringWriter text = new StringWriter();
        text.write("lexlabIndex=");
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("version", VERSION);
            json.writeStringProperty("stop", String.join(" ", Words.common()));
            writeStrings(json, "concepts", site.concepts().stream().map(Concept::title));
            writeStrings(json, "kinds", KINDS.stream().map(Kind::label));
            json.writeName("pages");
            json.writeStartArray();
            pages.forEach(page -> write(json, page));
            json.writeEndArray();
            List<Word> words = postings.words();
            json.writeStringProperty("words", words.stream().map(Word::text).collect(joining(" ")));
            json.writeStringProperty("postings", coded(words));
            json.writeEndObject();
        }
        text.write(";\n");
        return text.toString().getBytes(UTF_8);
    }

    private static void write(JsonGenerator json, FoundPage page) {
        json.writeStartArray();
        json.writeString(page.url());
        json.writeStartArray();
        page.names().forEach(json::writeString);
        json.writeEndArray();
        json.writeNumber(KINDS.indexOf(page.kind()));
        json.writeNumber(page.concept());
        json.writeNumber(page.practised() ? 1 : 0);
        json.writeStartArray();
        page.sections().forEach(section -> write(json, page, section));
        json.writeEndArray();
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, FoundPage page, FoundSection section) {
        json.writeStartArray();
        json.writeString(section.anchor());
        json.writeString(section.heading());
        json.writeString(section.excerpt());
        if (section.kind() != page.kind()) {
            json.writeNumber(KINDS.indexOf(section.kind()));
        }
        json.writeEndArray();
    }

    private static void writeStrings(JsonGenerator json, String name, Stream<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String coded(List<Word> words) {
        StringBuilder code = new StringBuilder();
        for (Word word : words) {
            if (!code.isEmpty()) {
                code.append(' ');
            }
            int before = -1;
            for (int i = 0; i < word.count(); i++) {
                Digits.append(code, word.section(i) - before - 1);
                Digits.append(code, word.weight(i));
                before = word.section(i);
            }
        }
        return code.toString();
    }
}
