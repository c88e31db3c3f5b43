package dev.lexlab.check.scaffold;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.HeadwordSlug;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import dev.lexlab.lab.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a course's {@code content} holds already. Faults in it are told by {@code site}, not here. */
final class Pages {
    private static final List<String> MARKUPS = List.of(".md", ".adoc");

    private final Course course;

    Pages(Course course) {
        this.course = course;
    }

    boolean areThere() {
        return Files.isRegularFile(course.content().resolve("site.yml"));
    }

    boolean hasConcept(String concept) {
        return page(course.content().resolve(concept), "index").isPresent();
    }

    Set<String> concepts() throws IOException {
        Set<String> concepts = new TreeSet<>();
        for (Path folder : folders()) {
            String name = folder.getFileName().toString();
            if (hasConcept(name)) {
                concepts.add(name);
            }
        }
        return concepts;
    }

    /** Terms are found by their slug alone, whichever concept they belong to. */
    Optional<String> term(String slug) throws IOException {
        for (Path folder : folders()) {
            Optional<Path> page = page(folder.resolve("terms"), slug);
            if (page.isPresent()) {
                return page.map(course::name);
            }
            String concept = folder.getFileName().toString();
            if (headword(concept).equals(Optional.of(slug))) {
                return page(folder, "index").map(course::name);
            }
        }
        return Optional.empty();
    }

    /** The slug of the term that a concept's overview is the page of. */
    Optional<String> headword(String concept) throws IOException {
        return frontMatter(concept)
                .flatMap(yaml -> yaml.optionalText("term"))
                .map(title -> HeadwordSlug.of(title, concept));
    }

    /** Ids of all sources. */
    Set<String> sources() throws IOException {
        Set<String> ids = new TreeSet<>();
        List<Path> files = new ArrayList<>(List.of(course.content().resolve("sources.yml")));
        folders().forEach(folder -> files.add(folder.resolve("sources.yml")));
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                for (YamlMap source : Yaml.readList(course.name(file), Files.readString(file), new Problems())) {
                    source.optionalText("id").ifPresent(ids::add);
                }
            }
        }
        return ids;
    }

    /** What the overview of a concept cites first. */
    Optional<String> firstSource(String concept) throws IOException {
        return frontMatter(concept)
                .flatMap(yaml -> yaml.texts("sources").stream().findFirst())
                .map(YamlText::text);
    }

    private Optional<YamlMap> frontMatter(String concept) throws IOException {
        Optional<Path> page = page(course.content().resolve(concept), "index");
        if (page.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = Files.readString(page.get()).split("(?m)^---\\s*$", 3);
        return parts.length < 3 ? Optional.empty() : Yaml.read("", parts[1], 0, new Problems());
    }

    String hint(String concept) throws IOException {
        return DidYouMean.hint(concept, concepts());
    }

    private static Optional<Path> page(Path folder, String slug) {
        return MARKUPS.stream()
                .map(markup -> folder.resolve(slug + markup))
                .filter(Files::exists)
                .findFirst();
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(course.content())) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(course.content())) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
