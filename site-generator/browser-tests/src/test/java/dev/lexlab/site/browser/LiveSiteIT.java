package dev.lexlab.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
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
    static Path course;

    private static ServeProgram program;

    @BeforeAll
    static void serve() throws IOException {
        write("content/site.yml", "title: Boxes\ntagline: About boxes.\n");
        write(
                "content/sources.yml",
                "- {id: one, title: One, author: Us, url: https://example.org, licence: CC0-1.0, read: 2026-11-22}\n");
        write(LID, term("Lid", "A lid closes a box.", "It is not there yet."));
        write("content/box/index.md", term("Box", "A box holds things.", "A box has a [[lid]]."));
        program = ServeProgram.start(course);
    }

    @BeforeEach
    void nothingIsWrong() throws IOException {
        write(LID, term("Lid", "A lid closes a box.", "It is flat."));
    }

    @AfterAll
    static void end() {
        program.end();
    }

    @Test
    void aSaveIsSeenWithoutReloadingByHand(Reader reader) throws IOException {
        Page page = reader.atDesk().at(program.address()).open("box/lid.html");
        assertThat(page.locator(".prose")).hasText("It is flat.");

        write(LID, term("Lid", "A lid closes a box.", "It is round."));

        assertThat(page.locator(".prose")).hasText("It is round.");
    }

    @Test
    void aMistakeIsShownOverThePageUntilItIsMended(Reader reader) throws IOException {
        Page page = reader.atDesk().at(program.address()).open("box/lid.html");
        Locator problems = page.locator("#lx-problems");
        assertThat(page.locator(".prose")).hasText("It is flat.");

        write(LID, term("Lid", "A lid closes a box.", "See [[hinge]]."));
        assertThat(problems).containsText("1 problem");
        assertThat(problems).containsText(LID + ":7:");
        assertThat(problems).containsText("hinge");
        assertThat(Axe.on(page).violations()).isEmpty();

        write(LID, term("Lid", "A lid closes a box.", "It is mended."));
        assertThat(page.locator(".prose")).hasText("It is mended.");
        assertThat(problems).isHidden();
    }

    @Test
    void cardsOpenThereToo(Reader reader) {
        Page page = reader.atDesk().at(program.address()).open("box/index.html");

        page.locator(".prose a.term").hover();

        assertThat(page.locator("#lx-card-lid")).isVisible();
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
