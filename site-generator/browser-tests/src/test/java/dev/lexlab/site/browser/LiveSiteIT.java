package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as an author uses it: a program of its own, a page that is open, files that are saved. */
@InBrowser
class LiveSiteIT {
    private static final String LID = "content/box/terms/lid.md";

    @TempDir
    static Path folder;

    private static SmallCourse course;
    private static ServeProgram program;

    @BeforeAll
    static void serve() throws IOException {
        course = SmallCourse.begin(folder);
        course.term(LID, "Lid", "A lid closes a box.", "It is not there yet.");
        course.term("content/box/index.md", "Box", "A box holds things.", "A box has a [[lid]].");
        program = ServeProgram.start(folder);
    }

    @BeforeEach
    void nothingIsWrong() throws IOException {
        course.term(LID, "Lid", "A lid closes a box.", "It is flat.");
    }

    @AfterAll
    static void end() {
        program.end();
    }

    @Test
    void aSaveIsSeenWithoutReloadingByHand(Reader reader) throws IOException {
        Page page = reader.atDesk().at(program.address()).open("box/lid.html");
        assertThat(page.locator(".prose")).hasText("It is flat.");

        course.term(LID, "Lid", "A lid closes a box.", "It is round.");

        assertThat(page.locator(".prose")).hasText("It is round.");
    }

    @Test
    void aMistakeIsShownOverThePageUntilItIsMended(Reader reader) throws IOException {
        Page page = reader.atDesk().at(program.address()).open("box/lid.html");
        Locator problems = page.locator("#lx-problems");
        assertThat(page.locator(".prose")).hasText("It is flat.");

        course.term(LID, "Lid", "A lid closes a box.", "See [[hinge]].");
        assertThat(problems).containsText("1 problem");
        assertThat(problems).containsText(LID + ":7:");
        assertThat(problems).containsText("hinge");
        assertThat(Axe.on(page).violations()).isEmpty();

        course.term(LID, "Lid", "A lid closes a box.", "It is mended.");
        assertThat(page.locator(".prose")).hasText("It is mended.");
        assertThat(problems).isHidden();
    }

    @Test
    void cardsOpenThereToo(Reader reader) {
        Page page = reader.atDesk().at(program.address()).open("box/index.html");

        page.locator(".prose a.term").hover();

        assertThat(page.locator("#lx-card-lid")).isVisible();
    }
}
