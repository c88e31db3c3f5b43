package dev.lexlab.site.parse;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.scan.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema against the reader, by a validator that is not ours: what one takes, the other takes. */
class SiteSchemaTest {
    private static final String TEXT = text();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);
    private static final String NO_KEY = "xxxxxxxxxxxxxxxxxxxx";
    private static final String WHOLE = """
            title: T
            tagline: Small.
            base-url: https://example.org:8443/a/b%20c/
            edit-link: https://example.org/edit/{path}
            code: tested
            attributes: {product: Kettle, level: beginner, draft: }
            navigation:
              - concept: box
                title: Boxes
                summary: About boxes.
                terms: [lid, 2]
            redirects:
              box/lid.html: box/cover.html#a/b
            """;

    @Test
    void bothKnowTheSameKeysOfASite() {
        assertThat(keys(map(schema(), "properties")))
                .isEqualTo(known(WHOLE + NO_KEY + ": 1\n"))
                .isEqualTo(keys(map(yaml(WHOLE))));
    }

    @Test
    void bothKnowTheSameKeysOfAConcept() {
        Object first = ((List<?>) requireNonNull(map(yaml(WHOLE)).get("navigation"))).get(0);

        assertThat(keys(map(map(map(schema(), "$defs"), "concept"), "properties")))
                .isEqualTo(known(WHOLE.replace("concept: box\n", "concept: box\n    " + NO_KEY + ": 1\n")))
                .isEqualTo(keys(map(first)));
    }

    static List<Path> examples() throws IOException {
        List<Path> examples = new ArrayList<>(List.of(
                Path.of("../content/site.yml"),
                Path.of("../checkers/src/main/resources/dev/lexlab/check/scaffold/site/site.yml")));
        try (Stream<Path> sites = Files.walk(Path.of("src/test/sites"))) {
            sites.filter(file -> file.endsWith("site.yml")).sorted().forEach(examples::add);
        }
        assertThat(examples).hasSizeGreaterThan(8);
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bothSayTheSameOfEveryExample(Path example) throws IOException {
        // In what is made a course of, two words are put in first.
        String text = Files.readString(example).replace("{{schema}}", "").replace("{{title-yaml}}", "\"T\"");

        assertThat(isGoodToTheSchema(text))
                .as(told(text).toString())
                .isEqualTo(told(text).isEmpty());
    }

    @Test
    void ourOwnAndTheScaffoldsAreGood() throws IOException {
        for (Path example : examples().subList(0, 2)) {
            String text = Files.readString(example).replace("{{schema}}", "").replace("{{title-yaml}}", "\"T\"");
            assertThat(isGoodToTheSchema(text)).as(example.toString()).isTrue();
        }
    }

    /** What to replace in a document that has every key, by what, and whether it is good then. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "title: T | title: T | true",
                "title: T | title: 2026 | true",
                "title: T | title: | false",
                "title: T | title: ' ' | false",
                "title: T | title: [T] | false",
                "title: T | titel: T | false",
                "tagline: Small. | # none | false",
                "https://example.org:8443/a/b%20c/ | / | true",
                "https://example.org:8443/a/b%20c/ | `` | true",
                "https://example.org:8443/a/b%20c/ | https://example.org | true",
                "https://example.org:8443/a/b%20c/ | /größe/ | false",
                "https://example.org:8443/a/b%20c/ | /a//b | false",
                "https://example.org:8443/a/b%20c/ | ftp://example.org/ | false",
                "https://example.org/edit/{path} | https://example.org/edit/ | false",
                "https://example.org/edit/{path} | /edit/{path} | false",
                "https://example.org/edit/{path} | `` | true",
                "product: Kettle | Product: Kettle | false",
                "product: Kettle | product: [Kettle] | false",
                "product: Kettle | product: \"a\\nb\" | false",
                "product: Kettle | product: 3.2 | true",
                "code: tested | code: testd | false",
                "code: tested | code: | false",
                "terms: [lid, 2] | terms: | true",
                "terms: [lid, 2] | terms: lid | false",
                "terms: [lid, 2] | terms: [[lid]] | false",
                "summary: About boxes. | # none | false",
                "concept: box | concept: {a: b} | false",
                "box/lid.html: box/cover.html#a/b | box/lid.html: box/lid.htm | false",
                "box/lid.html: box/cover.html#a/b | /lid.html: box/lid.html | false",
                "box/lid.html: box/cover.html#a/b | box//lid.html: box/lid.html | false",
                "box/lid.html: box/cover.html#a/b | box/lid.html: ../lid.html | false",
                "box/lid.html: box/cover.html#a/b | box/lid.html#größe-尺寸: box/lid.html | true",
                "box/lid.html: box/cover.html#a/b | `'box/lid.html# a': box/lid.html` | false",
                "box/lid.html: box/cover.html#a/b | box/lid.html: [box/a.html] | false"
            })
    void bothRefuseAndTakeTheSame(String from, String to, boolean good) {
        assertThat(WHOLE).contains(from);
        String text = WHOLE.replace(from, to == null ? "" : to);

        assertThat(told(text).isEmpty()).as(told(text).toString()).isEqualTo(good);
        assertThat(isGoodToTheSchema(text)).isEqualTo(good);
    }

    private static boolean isGoodToTheSchema(String text) {
        return SCHEMA.validate(text, InputFormat.YAML).isEmpty();
    }

    private static List<Problem> told(String text) {
        Problems problems = new Problems();
        Roots roots = new Roots(new Course(Path.of("")), Path.of("content"), Path.of("labs"));
        new DataFiles(roots, problems).config(Optional.of(new TextFile("content/site.yml", text)));
        return problems.sorted();
    }

    /** What the reader says that it knows when it meets a key that is like none of its own. */
    private static Set<String> known(String text) {
        String list = "known: ";
        String hint = told(text).get(0).hint();
        assertThat(hint).startsWith(list);
        return new TreeSet<>(List.of(hint.substring(list.length()).split(", ")));
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static Map<?, ?> schema() {
        return map(yaml(TEXT));
    }

    private static Map<?, ?> map(Map<?, ?> map, String key) {
        return map(requireNonNull(map.get(key)));
    }

    private static Map<?, ?> map(Object object) {
        return (Map<?, ?>) object;
    }

    private static Set<String> keys(Map<?, ?> map) {
        Set<String> keys = new TreeSet<>();
        map.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    private static String text() {
        try (InputStream schema = DataFiles.class.getResourceAsStream("site.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
