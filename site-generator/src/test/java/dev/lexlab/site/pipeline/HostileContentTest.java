package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lexlab.site.pipeline.BuildOutcome.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages that mean harm, where a folder of {@code src/test/sites} cannot hold them. Every build ends within a minute, in the gigabyte
 * that the tests of this module run with.
 */
@Timeout(60)
class HostileContentTest {
    private static final String LID = "content/box/terms/lid.md";
    private static final int MANY = 10_000;

    @RegisterExtension
    static final WarmPipeline pipeline = new WarmPipeline();

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void aSite() throws IOException {
        site = TestSite.copy("base", folder.resolve("course"));
        Files.writeString(folder.resolve("secret.txt"), "---\nterm: secret words\n---\n");
    }

    @Test
    void theHeapIsAsSmallAsWeSay() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(1L << 30);
    }

    @Test
    void whatALearnerWroteIsNotPublished() throws Exception {
        String own = String.join("/", "labs", "x", "work", "a.sql");
        site.write(own, "SELECT 'mine';\n");
        site.write("content/box/terms/own.md", page("Own", "```\ninclude::../../../" + own + "[]\n```"));

        assertThat(told())
                .isEqualTo("content/box/terms/own.md:8: error: cannot include '../../../" + own
                        + "', it is a learner's own; include what readers may see\n");
    }

    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of("quotes.md", ">".repeat(MANY) + " x"),
                Arguments.of("lists.md", "- ".repeat(MANY) + "x"),
                Arguments.of("images.md", "![".repeat(2000) + "x" + "](y)".repeat(2000)));
    }

    @ParameterizedTest
    @MethodSource("nested")
    void whatStandsInItselfTooDeepIsToldAsItsPagesProblem(String page, String body) throws Exception {
        site.write("content/box/terms/" + page, page("Deep", body));

        assertThat(told())
                .matches("content/box/terms/" + page + "(:7)?: error: quotes, lists or brackets stand in each other"
                        + " (more than 50 deep|too deep to be read); flatten them\n");
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("a.md", "[".repeat(MANY) + "x" + "]".repeat(MANY)),
                Arguments.of("b.md", "*a **b ".repeat(MANY)),
                Arguments.of("c.md", "<a".repeat(MANY) + "<!--".repeat(MANY)),
                Arguments.of("d.md", "|a".repeat(MANY) + "|\n" + "|-".repeat(MANY) + "|\n"),
                Arguments.of("j.md", "<!-- a --> ".repeat(MANY) + "x"),
                Arguments.of("k.md", footnotesBackwards()),
                Arguments.of("l.md", "[[a".repeat(MANY) + "]] ".repeat(MANY) + "[a][b".repeat(MANY) + "]".repeat(MANY)),
                Arguments.of("m.md", "a\n: b\n".repeat(MANY)),
                Arguments.of("n.md", "|a|b|\n|-|-|\n" + "|c|d|e|\n".repeat(MANY)),
                Arguments.of("e.adoc", "[".repeat(MANY) + "x" + "]".repeat(MANY)),
                Arguments.of("f.adoc", "<<".repeat(MANY) + ">>".repeat(MANY)),
                Arguments.of("g.adoc", ":a0: aaaaaaaaaa\n" + tenfold() + "\n{a11}"),
                Arguments.of("h.adoc", "((".repeat(MANY) + "\"`".repeat(MANY)),
                Arguments.of("i.adoc", "a".repeat(900_000)));
    }

    /** Each leads to the one before. */
    private static String footnotesBackwards() {
        StringBuilder notes = new StringBuilder("A call[^").append(MANY).append("].\n\n");
        for (int i = 0; i <= MANY; i++) {
            notes.append("[^")
                    .append(i)
                    .append("]: note[^")
                    .append(Math.max(i - 1, 0))
                    .append("]\n\n");
        }
        return notes.toString();
    }

    /** Each attribute is ten times the one before. */
    private static String tenfold() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i < 12; i++) {
            lines.append(":a")
                    .append(i)
                    .append(": ")
                    .append(("{a" + (i - 1) + "}").repeat(10))
                    .append('\n');
        }
        return lines.toString();
    }

    @ParameterizedTest
    @MethodSource("endless")
    void whatMayNeverEndEnds(String page, String body) throws Exception {
        site.write("content/box/terms/" + page, page("Long", body));

        BuildOutcome outcome = pipeline.build(site.request());

        assertThat(outcome.status()).isIn(Status.BUILT, Status.PROBLEMS);
        if (page.endsWith(".md")) {
            assertThat(TestSite.told(outcome.problems())).doesNotContain("was not converted within");
        }
    }

    @Test
    void aPageOfAHundredMegabytesIsNotRead() throws Exception {
        Path file = folder.resolve("course").resolve(LID);
        Files.createDirectories(file.getParent());
        try (FileChannel sparse = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.wrap(new byte[1]), 100L << 20);
        }

        assertThat(told()).isEqualTo(LID + ": error: has 101 MB, and more than 1 MB are not read; split it\n");
    }

    @Test
    void aPageThatIncludesTooMuchIsTold() throws Exception {
        site.write("labs/files/large.txt", "words ".repeat(100_000));
        site.write(LID, page("Lid", "include::../../../labs/files/large.txt[]\n".repeat(20)));

        assertThat(told())
                .isEqualTo(LID + ":10: error: with what it includes this page has more than 2 MB; split the page\n");
    }

    @Test
    void aPageThatIncludesTooManyFilesIsTold() throws Exception {
        site.write("labs/files/small.txt", "word\n");
        site.write(LID, page("Lid", "include::../../../labs/files/small.txt[]\n".repeat(1000)));

        assertThat(told())
                .isEqualTo(LID + ":207: error: this page includes more than 200 files in all; split the page\n");
    }

    @Test
    void includesThatLeadIntoEachOtherTooDeepAreToldWithTheirChain() throws Exception {
        for (int i = 0; i < 12; i++) {
            site.write("labs/files/" + i + ".md", "include::" + (i + 1) + ".md[]\n");
        }
        site.write("labs/files/12.md", "The end.\n");
        site.write(LID, page("Lid", "include::../../../labs/files/0.md[]"));

        assertThat(told())
                .isEqualTo("labs/files/7.md:1: error: includes lead into each other more than 8 deep: " + LID
                        + " -> labs/files/0.md -> labs/files/1.md -> labs/files/2.md -> labs/files/3.md -> labs/files/4.md"
                        + " -> labs/files/5.md -> labs/files/6.md -> labs/files/7.md -> labs/files/8.md;"
                        + " include the last of them at once\n");
    }

    /** Written here, because not every machine could check such files out. */
    @Test
    void namesThatAreNotNamesOnEveryMachineAreTold() throws Exception {
        site.write("content/box/terms/con.md", page("Con", "A name."));
        site.write("content/assets/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>");
        site.write("content/assets/A.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>");
        site.write("content/assets/aux.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>");
        try (Stream<Path> files = Files.list(folder.resolve("course/content/assets"))) {
            assumeTrue(files.count() == 3, "this file system does not tell A from a");
        }

        assertThat(told())
                .contains(
                        "content/box/terms/con.md: error: 'con' cannot be a name here, Windows keeps it for a device;",
                        "content/assets/a.svg: error: and 'content/assets/A.svg' are one file on some machines;",
                        "content/assets/aux.svg: error: 'aux.svg' cannot be the name of an asset;");
    }

    @Test
    void linksOutOfTheCourseAreNotRead() throws Exception {
        Path course = folder.resolve("course");
        Files.createDirectories(course.resolve("content/assets"));
        Files.createDirectories(course.resolve("content/box/terms"));
        Files.createDirectories(course.resolve("labs/x/guide"));
        for (String link : List.of(
                "content/box/terms/lid.md",
                "content/box/sources.yml",
                "content/assets/a.svg",
                "content/assets/credits.yml",
                "content/addresses.txt",
                "content/box/terms/part.txt",
                "labs/x/lab.yml",
                "labs/x/guide/y.md")) {
            Files.createSymbolicLink(course.resolve(link), folder.resolve("secret.txt"));
        }
        Files.delete(course.resolve("content/box/terms/part.txt"));
        Files.createSymbolicLink(course.resolve("labs/part.txt"), folder.resolve("secret.txt"));
        site.write("content/box/terms/hinge.md", page("Hinge", "include::../../../labs/part.txt[]"));

        String told = told();

        assertThat(told)
                .contains(
                        "content/addresses.txt: error: is a link out of the folder 'course'; put a file of its own here\n",
                        "content/assets/a.svg: error: is a link out of the folder 'course'",
                        "content/assets/credits.yml: error: is a link out of the folder 'course'",
                        "content/box/sources.yml: error: is a link out of the folder 'course'",
                        LID + ": error: is a link out of the folder 'course'",
                        "content/box/terms/hinge.md:7: error: cannot include: '../../../labs/part.txt' is a link out of",
                        "labs/x/guide/y.md: error: is a link out of the folder 'course'",
                        "labs/x/lab.yml: error: is a link out of the lab's folder; put a file of its own here\n")
                .doesNotContain("secret words");
    }

    @Test
    void aLinkToASolutionIsNotReadEither() throws Exception {
        site.write("checkers/src/test/submissions/x/solution/a.md", page("Solution", "The solution."));
        Files.createDirectories(folder.resolve("course/content/box/terms"));
        Files.createSymbolicLink(
                folder.resolve("course").resolve(LID),
                folder.resolve("course/checkers/src/test/submissions/x/solution/a.md"));

        assertThat(told())
                .isEqualTo(LID + ": error: lies in checkers/, which holds solutions; put a file of its own here\n");
    }

    @Test
    void whatIsMarkedAsHiddenStopsTheBuildWhereverItComesUp() throws Exception {
        site.write(LID, page("Lid", "A lid."));
        site.replace("content/site.yml", "A small site.", "A small site. lexlab-hidden:postgres/solution");

        String told = told();

        assertThat(told)
                .isEqualTo("index.html: error: 'lexlab-hidden:postgres/solution' marks what readers must never see;"
                        + " find where it comes from\n");
        assertThat(site.out()).doesNotExist();
    }

    @Test
    void yamlThatStandsInItselfOrNamesItselfIsTold() throws Exception {
        site.write(LID, "---\nterm: Lid\naliases: " + "[".repeat(100_000) + "\n---\n");
        assertThat(told()).contains(LID);

        StringBuilder bomb = new StringBuilder("---\nterm: Lid\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "x]\n");
        }
        site.write(LID, bomb + "aliases: *a11\n---\n");
        assertThat(told()).contains(LID);

        site.write(LID, "---\nterm: Lid\naliases: &a [*a]\n---\n");
        assertThat(told()).contains(LID);
    }

    @Test
    void textIsNoTemplateWhereverItStands() throws Exception {
        String[] payloads = {
            "${7*7}",
            "<#include \"x\">",
            "#{7*7}",
            "[=7*7]",
            "<#assign x=1>",
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "${site?api.class}",
            "<@ui.frame kind=\"x\"/>"
        };
        String all = String.join(" ", payloads);
        String quoted = "'" + all + "'";
        site.write(
                LID,
                "---\nterm: " + quoted + "\naliases: ['${6*7} alias']\nlevel: beginner\ndefinition: '" + all
                        + ".'\nsources: [one]\nmyths:\n  - {belief: " + quoted + ", truth: " + quoted + ", see: "
                        + quoted
                        + "}\n---\n`" + all + "`\n");
        site.write("content/box/terms/hinge.adoc", page("Hinge", "----\n" + all + "\n----"));
        site.replace("content/site.yml", "title: Test", "title: " + quoted);
        site.replace("content/site.yml", "A small site.", "'" + all + "'");
        site.replace("content/sources.yml", "The first", quoted);

        assertThat(told()).isEmpty();

        Document page = Jsoup.parse(Files.readString(site.out().resolve("box/lid.html")));
        assertThat(page.select("h1").text()).isEqualTo(all);
        assertThat(page.title()).isEqualTo(all + " · " + all);
        assertThat(page.select(".definition").text()).endsWith(all + ".");
        assertThat(page.select(".aliases").text()).isEqualTo("also ${6*7} alias");
        assertThat(page.select(".prose code").text()).isEqualTo(all);
        assertThat(page.select(".myth-see").text()).endsWith(all);
        assertThat(page.select(".sources li").text()).startsWith(all);
        assertThat(Jsoup.parse(Files.readString(site.out().resolve("box/hinge.html")))
                        .select(".prose pre")
                        .text())
                .isEqualTo(all);
        assertThat(Files.readString(site.out().resolve("glossary.html"))).doesNotContain(">49<", " 49 ");
    }

    @Test
    void whatIsShownRunsNothing() throws Exception {
        String words = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1)";
        site.write(
                LID,
                "---\nterm: '" + words + "'\naliases: ['" + words + " alias']\nlevel: beginner\ndefinition: '" + words
                        + ".'\nsources: [one]\nmyths:\n  - {belief: '" + words + "', truth: '`" + words
                        + "`', see: x}\n---\n`"
                        + words + "`\n\n```\n" + words + "\n```\n\n```console\n$ " + words
                        + "\n```\n\n[x](https://example.org/ \"x\\\" onclick=\\\"alert(1)\")\n");
        site.write(
                "content/box/terms/hinge.adoc",
                page(
                        "Hinge",
                        "== A `" + words.replace("\"", "") + "` heading\n\n[source,sql]\n----\n" + words + "\n----"));

        assertThat(told()).isEmpty();

        int seen = 0;
        for (String file : site.files().keySet()) {
            if (file.endsWith(".html")) {
                for (Element element :
                        Jsoup.parse(Files.readString(site.out().resolve(file))).getAllElements()) {
                    seen++;
                    assertThat(element.normalName()).as(file).isNotIn("img", "iframe", "object", "embed", "form");
                    boolean isData = element.attr("type").equals("application/ld+json");
                    assertThat(element.normalName().equals("script") && !element.hasAttr("src") && !isData)
                            .as(file)
                            .isFalse();
                    assertThat(element.attributes().asList())
                            .as(file)
                            .noneMatch(attribute -> attribute.getKey().startsWith("on"));
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    private String told() throws Exception {
        return TestSite.told(pipeline.build(site.request()).problems());
    }

    private static String page(String title, String body) {
        return "---\nterm: " + title + "\nlevel: beginner\ndefinition: A thing.\nsources: [one]\n---\n" + body + "\n";
    }
}
