package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
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
    static Path folder;

    private static StaticHost host;

    @BeforeAll
    static void publish() throws Exception {
        SmallCourse course = SmallCourse.begin(
                folder,
                "redirects:",
                "  box/cover.html: box/lid.html",
                "  box/cover.html#shape: box/index.html#what-it-is-for",
                "  box/lid.html#colour: box/index.html#what-it-is-for");
        course.term("content/box/terms/lid.md", "Lid", "A lid closes a box.", "## In use\n\nIt is flat.");
        course.term("content/box/index.md", "Box", "A box holds things.", "## What it is for\n\nIt has a [[lid]].");
        host = StaticHost.serve(course.build(), BuiltSite.PATH);
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

        String disk = folder.resolve("site").toUri().toString();
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
}
