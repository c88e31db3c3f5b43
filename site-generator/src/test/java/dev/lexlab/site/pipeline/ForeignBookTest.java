package dev.lexlab.site.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A book in AsciiDoc that knows nothing of Lexlab, as a concept: {@code src/test/sites/foreign-book}. */
class ForeignBookTest {
    private static final String BOOK = "content/kettle/index.adoc";
    private static final String CHAPTER = "content/kettle/chapters/boiling.adoc";

    @RegisterExtension
    static final WarmPipeline pipeline = new WarmPipeline();

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void aBook() throws IOException {
        site = TestSite.copy("foreign-book", folder);
    }

    @Test
    void itsHeaderSaysWhatFrontMatterWould() throws Exception {
        built();

        Element page = Jsoup.parse(Files.readString(site.out().resolve("kettle/index.html")));
        assertThat(page.select("h1").text()).isEqualTo("Kettle");
        assertThat(page.select(".definition").text())
                .isEqualTo("Kettle A vessel in which water is brought to the boil.");
        assertThat(page.select(".aliases b").eachText()).containsExactly("tea kettle", "boiler");
        assertThat(page.select(".head .level").text()).isEqualTo("beginner");
        assertThat(page.select("#source-1").text()).startsWith("The Kettle Book, Ada Steam.");
        assertThat(Jsoup.parse(Files.readString(site.out().resolve("kettle/spout.html")))
                        .select(".head .level")
                        .text())
                .isEqualTo("advanced");
    }

    @Test
    void partsChaptersAndSectionsAreLevelsOfThePage() throws Exception {
        assertThat(body().select("h2, h3, h4").stream()
                        .map(heading -> heading.normalName() + " " + heading.text())
                        .toList())
                .containsExactly(
                        "h2 Preface",
                        "h2 Using it",
                        "h3 Filling",
                        "h4 The lid",
                        "h3 Boiling",
                        "h2 Keeping it",
                        "h3 Cleaning",
                        "h4 Rinsing",
                        "h3 Appendix A: Sizes",
                        "h3 Words");
    }

    @Test
    void attributesOfTheSiteTheHeaderAndItsIncludesAreKnownInTheText() throws Exception {
        assertThat(body().text())
                .contains(
                        "By Ada Steam, version 2.1, for the Whistler K-2.",
                        "Fill in 1.7 litres at most.",
                        "Use vinegar.");
    }

    @Test
    void whatStandsUnderAConditionThatDoesNotHoldIsNotThere() throws Exception {
        assertThat(body().text())
                .contains("What everybody does with a kettle.", "This model has a lid that locks.")
                .doesNotContain("Only on paper", "It is a big one.");
        assertThat(body().select("pre").text())
                .isEqualTo("kettle --on\necho hot\nifdef::not-ours[]"); // in somebody's code it is code
    }

    @Test
    void chaptersReferToEachOtherByTheirFiles() throws Exception {
        assertThat(body().select("p a[href^=#]:not([href*=footnote])").stream()
                        .map(link -> link.attr("href") + " " + link.text())
                        .toList())
                .containsExactly("#boiling Boiling", "#whistle the whistle", "#filling Filling", "#the-lid the lid");
        assertThat(body().select("#whistle").text()).startsWith("It whistles");
        assertThat(site.body("kettle/spout.html")).contains("href=\"index.html#whistle\"");
    }

    @Test
    void picturesBesideThePageArePublishedWithIt() throws Exception {
        assertThat(body().select("figure img").eachAttr("src"))
                .containsExactly("../assets/kettle/images/kettle.svg", "../assets/kettle/images/parts/lid.svg");
        assertThat(site.out().resolve("assets/kettle/images/parts/lid.svg")).exists();
    }

    @Test
    void tablesCalloutsFootnotesAndListsOfWordsAreWhatTheyAre() throws Exception {
        Element body = body();

        assertThat(body.select("table tbody tr").eachText()).containsExactly("1 l 3", "1.7 l 5");
        assertThat(body.select("ol.callouts li").eachText()).containsExactly("Starts it.");
        assertThat(body.select(".footnotes li").text()).startsWith("Less is quicker.");
        assertThat(body.select("dt").eachText()).containsExactly("Small", "Large", "scale", "spout");
        assertThat(body.select("aside[data-kind=warning]").text()).isEqualTo("Steam burns.");
        // By itself it would be a landmark of the page.
        assertThat(body.select("aside[data-kind=warning]").attr("role")).isEqualTo("note");
    }

    @Test
    void whatDoesNothingHereIsRemarkedAndStopsNobody() throws Exception {
        site.replace(BOOK, ":icons: font\n", ":icons: font\n:alises: pot\n:pdf-theme: steam\n");

        BuildOutcome outcome = pipeline.build(site.request());

        assertThat(outcome.status()).isEqualTo(BuildOutcome.Status.BUILT);
        assertThat(outcome.notes())
                .extracting(note -> note.place() + " " + note.what() + "; " + note.hint())
                .containsExactly(
                        BOOK + ":9 attribute 'toc' does nothing here; every page has its own contents",
                        BOOK + ":10 attribute 'icons' does nothing here; notes are drawn by the site",
                        BOOK + ":11 attributes 'alises', 'pdf-theme' do nothing here, and no text names them;"
                                + " did you mean 'aliases' by 'alises'?");
    }

    @Test
    void whoWroteItIsNotLostUnseen() throws Exception {
        site.replace(BOOK, "By {author}, version {revnumber}, for", "For");

        assertThat(pipeline.build(site.request()).notes())
                .extracting(note -> note.place() + " " + note.what())
                .contains(BOOK + ":3 who wrote this is nowhere shown");
    }

    @Test
    void whatIsNotUnderstoodIsAFaultInItsOwnFile() throws Exception {
        site.replace(CHAPTER, ".Steps\n", """
                [verse]
                A line.

                plantuml::boil.puml[]

                toc::[]

                A formula stem:[x^2], an unknown {thing}.

                include::nothing.adoc[]

                include::{thing}/more.adoc[]

                include::filling.adoc[lines=1..2]

                image::gone.svg[Gone]

                endif::[]

                ifdef::thing[]

                .Steps
                """);
        site.replace("content/kettle/chapters/filling.adoc", "\n== The lid", "\n=== Deep\n\n== The lid");
        site.write("content/kettle/chapters/forgotten.adoc", "Nobody includes this.\n");

        assertThat(TestSite.told(pipeline.build(site.request()).problems()).lines())
                .contains(
                        CHAPTER + ":3:1: error: block style 'verse' is not understood;"
                                + " write it as a quotation, its lines ended with ' +'",
                        CHAPTER + ":6:1: error: block macro 'plantuml::' is not understood;"
                                + " put a backslash before it where it is meant as text",
                        CHAPTER + ":8:1: error: block macro 'toc::' is not understood;"
                                + " every page has its own contents; take the line away",
                        CHAPTER + ":10:11: error: 'stem' is not understood;"
                                + " formulas are not drawn; write it in words or show it as a picture",
                        CHAPTER + ":10:34: error: attribute 'thing' is not defined;"
                                + " write \\{thing} for the braces themselves",
                        CHAPTER + ":12: error: cannot include: file 'nothing.adoc' does not exist;"
                                + " paths go from the folder of this file",
                        CHAPTER + ":14: error: cannot include '{thing}/more.adoc': attribute 'thing' is not defined;"
                                + " set it above, or under 'attributes:' in site.yml",
                        CHAPTER + ":16: error: include knows no 'lines=1..2';"
                                + " write include::filling.adoc[tag=name] or [leveloffset=+1]",
                        CHAPTER + ":20: error: no condition is open here; take this line away",
                        CHAPTER + ":22: error: this condition never ends; close it with a line 'endif::[]'",
                        "content/kettle/chapters/filling.adoc:10:1: error: a heading this deep;"
                                + " three levels are enough for a page",
                        "content/kettle/chapters/forgotten.adoc: error: nothing reads this; a concept holds index.adoc"
                                + " or index.md, sources.yml, terms/, and what these pages include or show")
                .anyMatch(line -> line.startsWith(CHAPTER + ":18:1: error: image 'images/gone.svg' is not in assets"));
    }

    @Test
    void aBookThatDoesNotSayWhatItIsIsToldHow() throws Exception {
        site.replace("content/site.yml", "attributes:\n  level: beginner\n  sources: book\n", "attributes:\n");
        site.replace(BOOK, ":description: A vessel in which water \\\nis brought to the boil.\n", "");

        String next = " below the title, or for all pages under 'attributes:' in site.yml";
        assertThat(TestSite.told(pipeline.build(site.request()).problems()).lines())
                .contains(
                        BOOK + ":2: error: this document has no 'level'; add ':level: beginner'" + next,
                        BOOK + ":2: error: this document has no 'sources'; add ':sources: an id of sources.yml'" + next,
                        BOOK + ":2: error: this document has no definition; add ':description:' below the title,"
                                + " with one sentence that says what it is about");
    }

    @Test
    void aBookUnderItsOwnNameIsToldWhatToBeCalled() throws Exception {
        Files.move(folder.resolve(BOOK), folder.resolve("content/kettle/book.adoc"));
        site.write("content/manual.adoc", "= Manual\n");

        assertThat(TestSite.told(pipeline.build(site.request()).problems()).lines())
                .contains(
                        "content/kettle: error: has no overview page; call 'book.adoc' index.adoc",
                        "content/manual.adoc: error: nothing reads this; put it into a folder of its own,"
                                + " as NAME/index.adoc, with the files that it includes");
    }

    private void built() throws Exception {
        assertThat(TestSite.told(pipeline.build(site.request()).problems())).isEmpty();
    }

    private Element body() throws Exception {
        built();
        return Jsoup.parseBodyFragment(site.body("kettle/index.html")).body();
    }
}
