package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts look for which our own pages have no example. */
@InBrowser
class ProseIT {
    @TempDir
    static Path folder;

    private static String disk = "";

    @BeforeAll
    static void publish() throws Exception {
        SmallCourse course = SmallCourse.begin(folder);
        course.term("content/box/index.md", "Box", "A box holds things.", "It has a [[lid]] and a [[hinge]].");
        course.term("content/box/terms/lid.md", "Lid", "A lid closes a box.", """
                | Box | Lids | Colour |
                |:----|-----:|:------:|
                | big | 2    | red    |
                """);
        course.term("content/box/terms/hinge.adoc", "Hinge", "A lid turns on it.", """
                [%header,cols="<1,>1,^1"]
                |===
                |Box |Lids |Colour
                |big |2 |red
                |===

                A box is opened in one way.

                .How a box is opened
                ----
                lift
                ----
                """);
        disk = course.build().toUri().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"box/lid.html", "box/hinge.html"})
    void cellsStandAsTheAuthorPutTheirColumn(String name, Reader reader) {
        Page page = page(name, reader);

        for (String cell : new String[] {"th", "td"}) {
            Locator row = page.locator(".prose " + cell);
            assertThat(row.nth(0)).hasCSS("text-align", "left");
            assertThat(row.nth(1)).hasCSS("text-align", "right");
            assertThat(row.nth(2)).hasCSS("text-align", "center");
        }
    }

    @Test
    void theTitleOfABlockIsNoParagraphOfTheText(Reader reader) {
        Page page = page("box/hinge.html", reader);

        assertThat(page.locator(".caption")).hasText("How a box is opened");
        assertThat(page.locator(".caption")).hasCSS("font-size", "14px");
        assertThat(page.locator(".prose > p:not(.caption)")).hasCSS("font-size", "17px");
    }

    private static Page page(String name, Reader reader) {
        Page page = reader.atDesk().at(disk).begin();
        page.navigate(disk + name);
        return page;
    }
}
