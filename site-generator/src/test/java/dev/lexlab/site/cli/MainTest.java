package dev.lexlab.site.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String SITE = """
            title: T
            tagline: Small.
            navigation: [{concept: box, title: Boxes, summary: About boxes.}]
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path course;

    /** In Markdown alone, so that no test here waits for an engine. */
    @BeforeEach
    void aCourse() throws IOException {
        write("content/site.yml", SITE);
        write(
                "content/sources.yml",
                "- {id: one, title: A, author: B, url: https://example.org/, licence: C, read: 2026-11-22}\n");
        write("content/box/index.md", page("Boxing", "", "A page."));
        write(
                "content/box/terms/lid.md",
                page("Closing lid", "aliases: [Cover, LID]\nplural: closing lids\n", "A page."));
        write("content/box/terms/lid-hinge.md", page("Hinge", "requires: [lid]\n", "A [[lid]]."));
    }

    @Test
    void buildsAndSaysWhatAndWhere() {
        assertThat(run("site")).isEqualTo(ExitCode.YES);

        assertThat(out()).matches("Built 3 terms, 1 concept, 0 labs in \\d+\\.\\d s -> target/site/index\\.html\n");
        assertThat(err()).isEmpty();
        assertThat(course.resolve("target/site/box/lid.html")).exists();
    }

    @Test
    void saysWhenNothingChanged() {
        run("site");
        out.reset();

        assertThat(run("site")).isEqualTo(ExitCode.YES);
        assertThat(out()).isEqualTo("Nothing changed. -> target/site/index.html\n");
    }

    @Test
    void tellsProblemsOnStandardErrorAndThatTheOldSiteStays() throws IOException {
        run("site");
        out.reset();
        write("content/box/terms/lid-hinge.md", page("Hinge", "requires: [lid]\n", "A [[lit]]."));

        assertThat(run("site")).isEqualTo(ExitCode.NO);
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("""
                content/box/terms/lid-hinge.md:8:3: error: term 'lit' is not defined; did you mean 'lid'?
                1 problem, nothing was built; the site in target/site is still the last good one
                """);
    }

    @Test
    void recordsAddressesOnlyWhenItIsAskedToAndThenNotesNewOnes() throws IOException {
        assertThat(run("site")).isEqualTo(ExitCode.YES);
        assertThat(course.resolve("content/addresses.txt")).doesNotExist();
        assertThat(err()).isEmpty();

        assertThat(run("site", "--record-addresses")).isEqualTo(ExitCode.YES);
        assertThat(out()).endsWith("Put 8 addresses into content/addresses.txt; commit it with the rest.\n");
        assertThat(course.resolve("content/addresses.txt")).content().contains("\nbox/lid-hinge.html\nbox/lid.html\n");

        write("content/box/terms/nail.md", page("Nail", "", "## How long"));
        out.reset();
        assertThat(run("site")).isEqualTo(ExitCode.YES);
        assertThat(err())
                .isEqualTo("2 addresses are not in content/addresses.txt yet, 'box/nail.html' for one;"
                        + " before you publish, run ./lexlab site --record-addresses\n");
        assertThat(run("site", "--record-addresses")).isEqualTo(ExitCode.YES);
        assertThat(out()).endsWith("Put 2 addresses into content/addresses.txt; commit it with the rest.\n");
        assertThat(run("site", "--record-addresses")).isEqualTo(ExitCode.YES);
        assertThat(out()).endsWith("No address is new; content/addresses.txt is complete.\n");
        out.reset();
        assertThat(run("site")).isEqualTo(ExitCode.YES);
        assertThat(out()).startsWith("Nothing changed.");
    }

    @Test
    void anAddressThatIsGoneIsRedirectedOrGivenUp() throws IOException {
        run("site", "--record-addresses");
        write("content/box/terms/lid-hinge.md", page("Hinge", "requires: [lid]\n", "A [[lid]].\n\n## Parts"));
        run("site", "--record-addresses");
        Files.move(course.resolve("content/box/terms/lid-hinge.md"), course.resolve("content/box/terms/hinge.md"));
        err.reset();

        assertThat(run("site")).isEqualTo(ExitCode.NO);
        assertThat(err())
                .contains(
                        "content/addresses.txt:5: error: page 'box/lid-hinge.html' is lost, and others may link to it;");

        write("content/site.yml", SITE + "redirects: {box/lid-hinge.html: box/hinge.html}\n");
        assertThat(run("site")).isEqualTo(ExitCode.YES);
        assertThat(course.resolve("target/site/box/lid-hinge.html")).content().contains("href=\"hinge.html\"");
        assertThat(course.resolve("target/site/_redirects"))
                .content()
                .isEqualTo("/box/lid-hinge.html /box/hinge.html 301\n");

        out.reset();
        err.reset();
        assertThat(run("site", "--forget-address", "box/lid-hing.html")).isEqualTo(ExitCode.USAGE);
        assertThat(err())
                .startsWith("lexlab: address 'box/lid-hing.html' is not in content/addresses.txt;"
                        + " did you mean 'box/lid-hinge.html'?\n");

        write("content/site.yml", SITE);
        assertThat(run("site", "--forget-address", "box/lid-hinge.html")).isEqualTo(ExitCode.YES);
        assertThat(out()).startsWith("Took 2 addresses out of content/addresses.txt.\nBuilt 3 terms");
        assertThat(course.resolve("content/addresses.txt")).content().doesNotContain("lid-hinge");
    }

    @Test
    void benchSaysWhatItTakes() {
        assertThat(run("bench")).isEqualTo(ExitCode.USAGE);
        assertThat(run("bench", "site", "--pages", "10,0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("bench", "site", "--markup", "rst")).isEqualTo(ExitCode.USAGE);
        assertThat(run("bench", "site", "--rounds", "many")).isEqualTo(ExitCode.USAGE);

        assertThat(err()).isEqualTo("""
                lexlab: say what to measure: ./lexlab bench site
                        './lexlab bench --help' says what it takes.
                lexlab: --pages takes numbers from 1 to 33600, not 0
                        './lexlab bench site --help' says what it takes.
                lexlab: --markup is adoc, md or both, not 'rst'
                        './lexlab bench site --help' says what it takes.
                lexlab: Invalid value for option '--rounds': 'many' is not an int
                        './lexlab bench site --help' says what it takes.
                """);
    }

    @Test
    void linksThatAreNobodysToCheckAreUnknown() throws IOException {
        write(
                "content/sources.yml",
                "- {id: one, title: A, author: B, url: 'http://127.0.0.1:9/', licence: C, read: 2026-11-22}\n");

        assertThat(run("links")).isEqualTo(ExitCode.YES);

        assertThat(out())
                .isEqualTo("content/sources.yml:1:34: unknown: http://127.0.0.1:9/"
                        + " is an address of this machine or of a private network, which is not asked\n"
                        + "1 address: 0 good, 0 moved, 0 broken, 1 unknown\n");
    }

    @Test
    void linksSaysWhatIsWrongWithThePagesFirst() throws IOException {
        write("content/box/terms/lid-hinge.md", page("Hinge", "", "A [[lit]]."));

        assertThat(run("links")).isEqualTo(ExitCode.NO);
        assertThat(err()).startsWith("content/box/terms/lid-hinge.md:7:3: error: term 'lit' is not defined");
    }

    @Test
    void takesContentLabsAndOutFromElsewhere(@TempDir Path elsewhere) throws IOException {
        Files.move(course.resolve("content"), elsewhere.resolve("pages"));

        assertThat(run(
                        "site",
                        "--course",
                        ".",
                        "--content",
                        elsewhere.resolve("pages").toString(),
                        "--out",
                        "public"))
                .isEqualTo(ExitCode.YES);
        assertThat(course.resolve("public/index.html")).exists();
    }

    @Test
    void aFolderOfPagesAloneBecomesASiteThatSaysNothingOfLabs(@TempDir Path elsewhere) throws IOException {
        Files.move(course.resolve("content"), elsewhere.resolve("pages"));

        ExitCode code = new Main(console(), Map.of()).run(elsewhere, "site", "--content", "pages");

        assertThat(code).as(err()).isEqualTo(ExitCode.YES);
        Path site = elsewhere.resolve("target/site");
        assertThat(site.resolve("labs")).doesNotExist();
        assertThat(site.resolve("labs.html")).doesNotExist();
        List<Path> pages = htmlBelow(site);
        assertThat(pages).hasSizeGreaterThan(6);
        for (Path page : pages) {
            assertThat(Jsoup.parse(Files.readString(page)).text())
                    .as(page.toString())
                    .doesNotContainIgnoringCase("lab ");
            assertThat(page).content().doesNotContain("labs/").doesNotContain(">Labs<");
        }
    }

    private static List<Path> htmlBelow(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site.toRealPath())) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void aFolderOfLabsThatIsNotThereIsAFaultInTheArguments() {
        assertThat(run("site", "--labs", "exercises")).isEqualTo(ExitCode.USAGE);
        assertThat(err())
                .startsWith("lexlab: there is no folder '" + course.resolve("exercises")
                        + "'; name the folder that the labs lie in, or leave --labs out where there are none\n");
    }

    @Test
    void whoseLabsAreElsewhereHasThemAllTheSame(@TempDir Path elsewhere) {
        assertThat(run("site", "--labs", elsewhere.toString())).isEqualTo(ExitCode.YES);
    }

    @Test
    void aFolderThatKnowsNothingOfGlossariesIsToldWhatEachOfItsFilesNeeds(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("docs/guide"));
        Files.writeString(elsewhere.resolve("docs/readme.md"), "# Read me\n");
        Files.writeString(elsewhere.resolve("docs/guide/index.md"), "# A guide\n\nWords.\n");

        assertThat(new Main(console(), Map.of()).run(elsewhere, "site", "--content", "docs"))
                .isEqualTo(ExitCode.NO);

        assertThat(err()).isEqualTo("""
                docs/guide/index.md:1: error: there is no front matter; begin the file with '---', then 'term:', \
                'level:', 'definition:' and 'sources:', and '---' again
                docs/readme.md: error: nothing reads this; put it into a folder of its own, as NAME/index.md, \
                with the files that it includes
                docs/site.yml: error: there is no such file; write it with 'title:' and 'tagline:', or let \
                ./lexlab new site DIR make a course to put these pages into
                3 problems, nothing was built
                """);
    }

    @Test
    void aFolderWithoutAnyConceptIsNoSite(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("docs"));
        Files.writeString(elsewhere.resolve("docs/site.yml"), "title: T\ntagline: Small.\n");

        assertThat(new Main(console(), Map.of()).run(elsewhere, "site", "--content", "docs"))
                .isEqualTo(ExitCode.NO);
        assertThat(err())
                .startsWith("docs: error: there is no concept here; make a folder with index.adoc or index.md\n");
    }

    @Test
    void thePageForWhatIsNotThereLinksFromTheBaseUrl() throws IOException {
        run("site", "--base-url", "https://example.org/lexlab");

        assertThat(course.resolve("target/site/404.html")).content().contains("href=\"/lexlab/index.html\"");
    }

    @Test
    void aPlaceThatIsNoneIsAFaultInTheArguments() {
        assertThat(run("site", "--base-url", "https://example.org/bücher/")).isEqualTo(ExitCode.USAGE);
        assertThat(err())
                .startsWith("lexlab: 'https://example.org/bücher/' is no place of a site; write it like"
                        + " https://example.org/glossary/ or /glossary/, other letters than A-Z encoded: %C3%B6\n");
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws IOException {
        Files.createDirectories(course.resolve("mine"));

        assertThat(run("site", "--out", "mine")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("exists and was not made by us; remove it or name another folder with --out");
    }

    @Test
    void whereThereIsNoCourseItSaysHowToNameOne(@TempDir Path nowhere) {
        assertThat(new Main(console(), Map.of()).run(nowhere, "site")).isEqualTo(ExitCode.USAGE);
        assertThat(err())
                .isEqualTo(
                        "lexlab: no course here: neither this folder nor one above it has content/site.yml or a lab; "
                                + "name it with --course\n        './lexlab site --help' says what it takes.\n");
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        assertThat(run("site", "--fast")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).startsWith("lexlab: Unknown option: '--fast'\n").contains("./lexlab site --help");
    }

    @Test
    void helpIsAnAnswer() {
        assertThat(run("site", "--help")).isEqualTo(ExitCode.YES);
        assertThat(out()).startsWith("Usage:").contains("--base-url");
    }

    @Test
    void whatWeCannotDoIsExitThreeInOneLine() throws IOException {
        write(".lexlab", "a file where the cache belongs");

        assertThat(run("site")).isEqualTo(ExitCode.COULD_NOT);
        assertThat(err())
                .startsWith("lexlab: could not finish: ")
                .doesNotContain("\tat ")
                .contains("LEXLAB_DEBUG=1");
    }

    @Test
    void defines() {
        assertThat(run("term", "hinge")).isEqualTo(ExitCode.YES);

        assertThat(out()).isEqualTo("Hinge  beginner\n  A thing.\n  first: Closing lid\n  page:  box/lid-hinge.html\n");
    }

    @Test
    void findsATermByAnyNameHoweverItIsSpelt() {
        for (String word : new String[] {"lid", "COVER", "closing-lid", "ClosingLids", "clo"}) {
            out.reset();
            assertThat(run("term", word)).as(word).isEqualTo(ExitCode.YES);
            assertThat(out()).as(word).startsWith("Closing lid  beginner\n").contains("also:  Cover, LID\n");
        }
        assertThat(run("term", "closing", "lid")).isEqualTo(ExitCode.YES);
    }

    @Test
    void suggestsWhatAWordMayHaveMeant() {
        assertThat(run("term", "higne")).isEqualTo(ExitCode.NO);

        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("No term is called 'higne'. Did you mean: Hinge");
    }

    @Test
    void saysNoWithoutASuggestionWhereNothingIsNear() {
        assertThat(run("term", "zzzzzz")).isEqualTo(ExitCode.NO);
        assertThat(err()).isEqualTo("No term is called 'zzzzzz'.\n");
    }

    @Test
    void faultsElsewhereDoNotHideADefinition() throws IOException {
        write("content/box/terms/lid-hinge.md", "---\nterm: [\n---\n");

        assertThat(run("term", "lid")).isEqualTo(ExitCode.YES);
    }

    private ExitCode run(String... arguments) {
        return new Main(console(), Map.of()).run(course, arguments);
    }

    private Console console() {
        return new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    private void write(String path, String text) throws IOException {
        Path file = course.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String page(String title, String more, String body) {
        return "---\nterm: " + title + "\n" + more + "level: beginner\ndefinition: A thing.\nsources: [one]\n---\n"
                + body + "\n";
    }
}
