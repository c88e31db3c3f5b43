package dev.lexlab.site.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * So many pages in one markup, twice: as a course of ours, and as plain files for the bare engines, with the same bodies. The same
 * numbers give the same bytes.
 *
 * @param folder gets {@code course/} and {@code plain/}
 */
record Corpus(Path folder, Markup markup, List<CorpusPage> pages) {
    private static final Pattern LOOKED_OVER = Pattern.compile("looked over \\d+ times");
    private static final String SOURCES =
            "- {id: made-up, title: Nothing at all, publisher: Lexlab, url: 'https://example.org/', licence: CC0-1.0,"
                    + " read: 2026-11-01}\n";

    /** Writes one. */
    static Corpus write(Path folder, Markup markup, int count) throws IOException {
        Corpus corpus = new Corpus(folder, markup, CorpusPage.first(count));
        corpus.writeCourse();
        corpus.writePlain();
        return corpus;
    }

    Course course() {
        return new Course(folder.resolve("course"));
    }

    /** {@code <concept>/<slug>} and {@code <concept>/index}. */
    Path plain() {
        return folder.resolve("plain");
    }

    /** How many files are among the plain ones to convert. */
    int plainFiles() {
        return pages.size() + concepts().size();
    }

    /** Where the course's site shows a page, without a slash before it. */
    String address(CorpusPage page) {
        return page.concept() + "/" + page.slug() + ".html";
    }

    /**
     * Changes a paragraph of a page of the course, as somebody who writes does.
     *
     * @param time a number that no earlier edit of this page had
     * @return words that no other state of the page holds
     */
    String edit(CorpusPage page, int time) throws IOException {
        Path file = source(page);
        String words = "looked over " + time + " times";
        String text = Files.readString(file);
        Files.writeString(file, LOOKED_OVER.matcher(text).replaceFirst(words));
        return words;
    }

    /**
     * Takes away what the last run made, so that the next one begins from nothing. It is not deleted before the end: on a file system
     * without a journal, ext4 gives no number of a deleted file to a new one for the next minute or five, and looks each of them over for
     * every new file. 3,000 of them made a build a tenth slower.
     *
     * @see <a href="https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/fs/ext4/ialloc.c">recently_deleted</a>
     */
    void putAside(Path made) throws IOException {
        if (Files.exists(made)) {
            Files.move(made, Files.createTempDirectory(folder, "aside-").resolve("made"));
        }
    }

    Path source(CorpusPage page) {
        return course().content().resolve(page.concept() + "/terms/" + page.slug() + "." + markup.ending());
    }

    static String picture(int number) {
        return "states-" + number + ".svg";
    }

    private List<String> concepts() {
        return pages.stream().map(CorpusPage::concept).distinct().toList();
    }

    private List<CorpusPage> of(String concept) {
        return pages.stream().filter(page -> page.concept().equals(concept)).toList();
    }

    private void writeCourse() throws IOException {
        Path content = course().content();
        Dialect dialect = markup.forCourse();
        // Without 'code: tested': nothing of it could be run.
        put(
                content.resolve("site.yml"),
                "title: Made for measuring\ntagline: It means nothing.\nnavigation:\n"
                        + concepts().stream().map(this::navigation).collect(joining()));
        put(content.resolve("sources.yml"), SOURCES);
        for (String concept : concepts()) {
            put(
                    content.resolve(concept).resolve("index." + markup.ending()),
                    frontMatter("About " + concept) + "What belongs to " + concept + ".\n");
        }
        for (CorpusPage page : pages) {
            put(source(page), frontMatter(page.title()) + PageText.of(pages, page, dialect));
        }
        writePictures(content.resolve("assets"));
    }

    private String navigation(String concept) {
        return "  - concept: " + concept + "\n    title: " + title(concept) + "\n    summary: About " + concept
                + ".\n    terms: [" + of(concept).stream().map(CorpusPage::slug).collect(joining(", ")) + "]\n";
    }

    private static String frontMatter(String title) {
        return "---\nterm: " + title + "\nlevel: beginner\n"
                + "definition: Something that is made up, how it is set up and where it ends.\n"
                + "sources: [made-up]\n---\n\n";
    }

    private void writePlain() throws IOException {
        Dialect dialect = markup.forBareEngine();
        for (String concept : concepts()) {
            put(
                    plain().resolve(concept).resolve("index." + markup.ending()),
                    dialect.title(title(concept))
                            + dialect.bullets(
                                    of(concept).stream().map(dialect::page).toList()));
        }
        for (CorpusPage page : pages) {
            put(
                    plain().resolve(page.concept()).resolve(page.slug() + "." + markup.ending()),
                    PageText.of(pages, page, dialect));
        }
    }

    private void writePictures(Path assets) throws IOException {
        int count = Math.min(PageText.PICTURES, pages.size());
        StringBuilder credits = new StringBuilder();
        for (int number = 0; number < count; number++) {
            put(assets.resolve(picture(number)), drawing(number));
            credits.append(picture(number)).append(": {credit: Drawn by Lexlab, licence: Apache-2.0}\n");
        }
        put(assets.resolve("credits.yml"), credits.toString());
    }

    private static String drawing(int number) {
        StringBuilder states = new StringBuilder();
        for (int state = 0; state < 3 + number % 3; state++) {
            states.append("<circle cx=\"%d\" cy=\"40\" r=\"30\" fill=\"#e8eef4\" stroke=\"#234\"/>"
                    .formatted(50 + 100 * state));
            states.append("<text x=\"%d\" y=\"45\" font-size=\"12\">state %d</text>"
                    .formatted(30 + 100 * state, number + state));
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"80\" viewBox=\"0 0 600 80\">" + states
                + "</svg>\n";
    }

    private static String title(String concept) {
        return concept.substring(0, 1).toUpperCase(Locale.ROOT) + concept.substring(1);
    }

    private static void put(Path file, String text) throws IOException {
        Path above = file.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        Files.write(file, text.getBytes(UTF_8));
    }
}
