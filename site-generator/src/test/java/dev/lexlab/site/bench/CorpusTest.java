package dev.lexlab.site.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorpusTest {
    private static final int PAGES = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Markup.class)
    void theSameNumbersGiveTheSameBytes(Markup markup) throws Exception {
        Corpus one = Corpus.write(folder.resolve("one"), markup, PAGES);
        Corpus two = Corpus.write(folder.resolve("two"), markup, PAGES);
        Corpus more = Corpus.write(folder.resolve("more"), markup, PAGES + 1);

        assertThat(Hashes.ofFolder(two.folder()))
                .isEqualTo(Hashes.ofFolder(one.folder()))
                .isNotEqualTo(Hashes.ofFolder(more.folder()));
    }

    @ParameterizedTest
    @EnumSource(Markup.class)
    void theCourseBuildsWithoutProblems(Markup markup) throws Exception {
        Corpus corpus = Corpus.write(folder, markup, PAGES);

        try (SitePipeline pipeline = new SitePipeline(folder.resolve("state"))) {
            BuildOutcome outcome = pipeline.build(BuildRequest.of(corpus.course()));

            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.status()).isEqualTo(BuildOutcome.Status.BUILT);
            assertThat(outcome.concepts()).isEqualTo(Words.CONCEPTS.size());
            assertThat(outcome.terms()).isEqualTo(PAGES + Words.CONCEPTS.size());
        }
        for (CorpusPage page : corpus.pages()) {
            Path site = Lexlab.site(corpus.course().root());
            hasWhatAPageHas(read(site.resolve(corpus.address(page))).expectFirst("main .prose"));
        }
    }

    @Test
    void theBareChainConvertsIt() throws Exception {
        Corpus corpus = Corpus.write(folder, Markup.MARKDOWN, 60);
        Path out = folder.resolve("out");

        BareChain.main(new String[] {corpus.plain().toString(), out.toString(), "2"});

        for (CorpusPage page : corpus.pages()) {
            Path file = out.resolve(corpus.address(page));
            Document dom = read(file);
            assertThat(dom.select("nav li")).hasSize(100);
            assertThat(dom.title()).isEqualTo(page.title());
            Element main = dom.expectFirst("main");
            hasWhatAPageHas(main);
            assertThat(main.text().split(" ", -1).length).isBetween(600, 900);
            List<String> references = main.select("a[href^=..]").eachAttr("href");
            assertThat(references).hasSize(PageText.REFERENCES).doesNotHaveDuplicates();
            assertThat(references)
                    .allSatisfy(to -> assertThat(file.resolveSibling(to)).exists());
        }
    }

    @Test
    void theBareAsciidoctorConvertsItAndColoursCodeWhereItIsTo() throws Exception {
        Corpus corpus = Corpus.write(folder, Markup.ASCIIDOC, 2);
        CorpusPage page = corpus.pages().get(0);

        BareAsciidoctor.main(new String[] {corpus.plain().toString(), to("rouge"), "1", BareAsciidoctor.ROUGE});
        BareAsciidoctor.main(new String[] {corpus.plain().toString(), to("none"), "1", "none"});

        Document coloured = read(folder.resolve("rouge").resolve(corpus.address(page)));
        hasWhatAPageHas(coloured.body());
        assertThat(coloured.select("pre.rouge code[data-lang=sql] span.k")).isNotEmpty();
        Document plain = read(folder.resolve("none").resolve(corpus.address(page)));
        assertThat(plain.select("pre span")).isEmpty();
    }

    private String to(String name) {
        return folder.resolve(name).toString();
    }

    private static void hasWhatAPageHas(Element page) {
        assertThat(page.select("h2")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(page.select("h3")).hasSize(11);
        assertThat(page.select("pre")).hasSize(2);
        assertThat(page.select("table:has(th)")).hasSize(1);
        assertThat(page.select("img")).hasSize(1);
        assertThat(page.select("a[href^=https]")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select("sup a")).hasSize(1);
        assertThat(page.text()).contains("looked over 0 times");
    }

    @Test
    void noTwoPagesShareATitleOrASlug() {
        List<CorpusPage> pages = CorpusPage.first(CorpusPage.most());

        assertThat(pages).hasSizeGreaterThan(5000);
        assertThat(pages.stream().map(CorpusPage::title).collect(Collectors.toSet()))
                .hasSameSizeAs(pages);
        assertThat(pages.stream().map(CorpusPage::slug).collect(Collectors.toSet()))
                .hasSameSizeAs(pages);
    }

    @Test
    void anEditChangesOnePageAndSaysWhichWordsAreNew() throws Exception {
        Corpus corpus = Corpus.write(folder, Markup.MARKDOWN, 2);
        Path page = corpus.source(corpus.pages().get(1));
        String before = Files.readString(page);
        String other = Files.readString(corpus.source(corpus.pages().get(0)));

        String words = corpus.edit(corpus.pages().get(1), 7);
        String again = corpus.edit(corpus.pages().get(1), 8);

        assertThat(words).isEqualTo("looked over 7 times");
        assertThat(page).content().isEqualTo(before.replace("looked over 0 times", again));
        assertThat(corpus.source(corpus.pages().get(0))).content().isEqualTo(other);
    }

    private static Document read(Path file) throws Exception {
        return Jsoup.parse(Files.readString(file));
    }
}
