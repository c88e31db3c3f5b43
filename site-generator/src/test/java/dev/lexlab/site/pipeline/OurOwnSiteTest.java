package dev.lexlab.site.pipeline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.lexlab.lab.files.Course;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This repository's own course, built as it stands. */
class OurOwnSiteTest {
    private static final Course COURSE = new Course(Path.of(".."));
    /** Shorter lines are in everybody's files. */
    private static final int TELLING = 25;

    @TempDir
    static Path temporary;

    private static Path site;
    private static BuildOutcome outcome;

    @BeforeAll
    static void build() throws Exception {
        site = temporary.resolve("site");
        try (SitePipeline pipeline = new SitePipeline(temporary.resolve("state"))) {
            Roots roots = new Roots(COURSE, COURSE.content(), COURSE.labs());
            outcome = pipeline.build(new BuildRequest(roots, site, Optional.empty(), false, false));
        }
    }

    @Test
    void isBuilt() {
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.terms()).isGreaterThan(60);
    }

    /** {@code ./lexlab site --record-addresses} adds what is missing. */
    @Test
    void everyAddressIsRecorded() throws IOException {
        assertThat(outcome.unrecorded()).isEmpty();
        assertThat(Files.readAllLines(COURSE.content().resolve("addresses.txt")))
                .hasSizeGreaterThan(200);
    }

    /** That the rest says why is a rule of the build, which this switches on; most of it must be run. */
    @Test
    void mostCodeOfItsPagesIsRun() throws IOException {
        List<String> pages = linesOf(COURSE.content(), path -> true);

        assertThat(Files.readString(COURSE.content().resolve("site.yml"))).contains("\ncode: tested\n");
        assertThat(pages).filteredOn(line -> line.contains("/examples/")).hasSizeGreaterThan(50);
        assertThat(pages).filteredOn(line -> line.contains("untested: ")).hasSizeLessThan(25);
    }

    /** Read back by another reader of Markdown, one that knows no notes, a twin has its page's words in its page's order, and links that lead somewhere. */
    @Test
    void everyTwinSaysWhatItsPageSays() throws IOException {
        Path shown = site.toRealPath();
        Parser markdown = Parser.builder(new MutableDataSet().set(Parser.EXTENSIONS, List.of(TablesExtension.create())))
                .build();
        HtmlRenderer html = HtmlRenderer.builder(
                        new MutableDataSet().set(Parser.EXTENSIONS, List.of(TablesExtension.create())))
                .build();
        int seen = 0;
        for (Path twin : filesOf(shown, ".html.md")) {
            Element text = Jsoup.parseBodyFragment(
                            html.render(markdown.parse(Files.readString(twin).replaceAll("\\[![A-Z]+]", ""))))
                    .body();
            Path page = twin.resolveSibling(twin.getFileName().toString().replace(".md", ""));
            for (Element prose : Jsoup.parse(Files.readString(page)).select(".prose")) {
                seen++;
                assertThat(lacking(words(text), words(prose)))
                        .as(twin.toString())
                        .isEmpty();
            }
            for (Element link : text.select("a[href], img[src]")) {
                String address = link.attr("href") + link.attr("src");
                if (!address.contains(":")) {
                    assertThat(twin.resolveSibling(address))
                            .as(twin + " to " + address)
                            .exists();
                }
            }
        }
        assertThat(seen).isGreaterThan(60);
    }

    /** The beginning of what is not there, short enough to read. */
    private static String lacking(String all, String part) {
        int there = part.length();
        while (!all.contains(part.substring(0, there))) {
            there--;
        }
        return part.substring(there, Math.min(part.length(), there + 80));
    }

    /** Letters and digits alone: what is between them, the two forms say in their own ways. */
    private static String words(Element element) {
        Element copy = element.clone();
        copy.select("script, .back, .footnote-back, .conum").remove();
        return copy.text().replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<Path> filesOf(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** A line of a solution, or of a wrong one, that is in no file readers get, is in no file of the site. */
    @Test
    void noSolutionIsInIt() throws IOException {
        String published = textOf(site.toRealPath());
        // What a page, a starter or a hint says is no secret.
        String shown = String.join(
                        "\n", linesOf(COURSE.labs(), path -> !path.toString().contains("lab-model")))
                + String.join("\n", linesOf(COURSE.content(), path -> true));
        List<String> hidden =
                linesOf(COURSE.checkers().resolve("src/test/submissions"), path -> !path.endsWith("expect.yml"));
        hidden.removeIf(shown::contains);

        assertThat(hidden).hasSizeGreaterThan(300);
        assertThat(hidden).filteredOn(published::contains).isEmpty();
    }

    private static List<String> linesOf(Path folder, Predicate<Path> wanted) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(wanted).sorted().toList()) {
                new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.length() >= TELLING)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** What readers see of it; highlighting parts a line into pieces, and its text puts them together again. */
    private static String textOf(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                all.append(
                                file.toString().endsWith(".html")
                                        ? Jsoup.parse(text).select("main").stream()
                                                .map(Element::wholeText)
                                                .collect(joining("\n"))
                                        : text)
                        .append('\n');
            }
        }
        return all.toString();
    }
}
