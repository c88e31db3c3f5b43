package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.lexlab.lab.files.Course;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old addresses, as somebody has them in a bookmark: of pages that are gone, and of parts that are. */
@InBrowser
class MovedPagesIT {
    @TempDir
    static Path course;

    private static StaticHost host;

    @BeforeAll
    static void publish() throws Exception {
        write("content/site.yml", """
                title: Boxes
                tagline: About boxes.
                redirects:
                  box/cover.html: box/lid.html
                  box/cover.html#shape: box/index.html#what-it-is-for
                  box/lid.html#colour: box/index.html#what-it-is-for
                """);
        write(
                "content/sources.yml",
                "- {id: one, title: One, author: Us, url: https://example.org, licence: CC0-1.0, read: 2026-11-22}\n");
        write("content/box/terms/lid.md", term("Lid", "A lid closes a box.", "## In use\n\nIt is flat."));
        write("content/box/index.md", term("Box", "A box holds things.", "## What it is for\n\nIt has a [[lid]]."));
        Roots roots = new Roots(new Course(course), course.resolve("content"), course.resolve("labs"));
        Path out = course.resolve("site");
        try (SitePipeline pipeline = new SitePipeline(course.resolve("state"))) {
            BuildOutcome outcome =
                    pipeline.build(new BuildRequest(roots, out, Optional.of(BuiltSite.PATH), false, false));
            assertThat(outcome.problems()).isEmpty();
        }
        host = StaticHost.serve(out, BuiltSite.PATH);
    }

    @AfterAll
    static void end() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "box/cover.html,         box/lid.html",
        "box/cover.html#in-use,  box/lid.html#in-use",
        "box/cover.html#shape,   box/index.html#what-it-is-for",
    })
    void aPageThatIsGoneSendsItsVisitorsOnWithTheAnchorTheyAskedFor(String old, String now, Reader reader) {
        reader.atDesk().at(host.address()).open(old).waitForURL(host.address() + now);

        String disk = course.resolve("site").toUri().toString();
        Page page = reader.atDesk().at(disk).begin();
        page.navigate(disk + old);
        page.waitForURL(disk + now);
        assertThat(page.locator(".definition")).isVisible();
    }

    @Test
    void itDoesSoWithoutAScript(Reader reader) {
        Page page = reader.atDesk().withoutScript().at(host.address()).open("box/cover.html");

        page.waitForURL(host.address() + "box/lid.html");
    }

    @Test
    void aPartThatIsGoneSendsThoseOnWhoComeForItAndNobodyElse(Reader reader) {
        Page page = reader.atDesk().at(host.address()).open("box/lid.html");
        assertThat(page.locator(".moved")).hasCount(1);
        assertThat(page.locator(".moved")).isHidden();

        page.navigate(host.address() + "box/lid.html#colour");

        page.waitForURL(host.address() + "box/index.html#what-it-is-for");
    }

    @Test
    void withoutAScriptItShowsTheWay(Reader reader) {
        Page page = reader.atDesk().withoutScript().at(host.address()).open("box/lid.html#colour");

        assertThat(page.locator(".moved")).isVisible();
        page.locator(".moved a").click();

        page.waitForURL(host.address() + "box/index.html#what-it-is-for");
    }

    private static String term(String title, String definition, String text) {
        return "---\nterm: %s\nlevel: beginner\ndefinition: %s\nsources: [one]\n---\n%s\n"
                .formatted(title, definition, text);
    }

    private static void write(String file, String text) throws IOException {
        Files.createDirectories(course.resolve(file).getParent());
        Files.writeString(course.resolve(file), text);
    }
}
